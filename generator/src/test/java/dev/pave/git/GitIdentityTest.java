package dev.pave.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import dev.pave.testing.Git;
import dev.pave.testing.Renderings;
import dev.pave.workspace.NewDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIdentityTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_780_000_000), ZoneOffset.UTC);

    @TempDir
    Path temporary;

    private Path home;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void isolate() throws IOException {
        home = Files.createDirectory(temporary.resolve("home"));
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
    }

    @Test
    void withoutAnIdentityBothCommandsThatSetItAreNamed() {
        assertThat(problems())
                .extracting(Problem::remedy)
                .satisfiesExactlyInAnyOrder(
                        remedy -> assertThat(remedy).contains("git config --global user.name", "--no-commit"),
                        remedy -> assertThat(remedy).contains("git config --global user.email"));
    }

    @Test
    void theHomeConfigurationIsRead() throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = ada@home.example\n");

        assertThat(author()).isEqualTo("Ada <ada@home.example>");
    }

    @Test
    void theXdgConfigurationIsReadAndTheHomeConfigurationWins() throws IOException {
        write(".config/git/config", "[user]\n name = Xda\n email = ada@xdg.example\n");
        write(".gitconfig", "[user]\n name = Ada\n");

        assertThat(author()).isEqualTo("Ada <ada@xdg.example>");
    }

    @Test
    void theFileOfTheVariableReplacesBoth() throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = ada@home.example\n");
        variables.put(
                "GIT_CONFIG_GLOBAL",
                write("other", "[user]\n name = Other\n email = o@example.org\n")
                        .toString());

        assertThat(author()).isEqualTo("Other <o@example.org>");
    }

    @Test
    void theSystemConfigurationComesLast() throws IOException {
        variables.remove("GIT_CONFIG_NOSYSTEM");
        variables.put(
                "GIT_CONFIG_SYSTEM",
                write("etc", "[user]\n name = System\n email = s@example.org\n").toString());
        write(".gitconfig", "[user]\n name = Ada\n");

        assertThat(author()).isEqualTo("Ada <s@example.org>");
    }

    @Test
    void includesAreFollowedWhereTheyStand() throws IOException {
        write("mail.inc", "[user]\n email = ada@included.example\n");
        write(".gitconfig", "[user]\n name = Ada\n email = before@example.org\n[include]\n path = ~/mail.inc\n");

        assertThat(author()).isEqualTo("Ada <ada@included.example>");
    }

    @Test
    void aConditionalIncludeHoldsForTheFolderThatItNames() throws IOException {
        write("work.inc", "[user]\n email = ada@work.example\n");
        write(".gitconfig", """
                [user]
                  name = Ada
                  email = ada@home.example
                [includeIf "gitdir:%s/jobs/"]
                  path = work.inc
                """.formatted(temporary));

        assertThat(author(temporary.resolve("jobs/records"))).isEqualTo("Ada <ada@work.example>");
        assertThat(author(temporary.resolve("play/records"))).isEqualTo("Ada <ada@home.example>");
    }

    @Test
    void variablesOfTheEnvironmentWin() throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = ada@home.example\n[committer]\n name = Bot\n");
        variables.putAll(Map.of("GIT_AUTHOR_NAME", "Grace", "GIT_COMMITTER_EMAIL", "bot@example.org"));

        assertThat(author()).isEqualTo("Grace <ada@home.example>");
        assertThat(log("%cn <%ce>", temporary.resolve("committer"))).isEqualTo("Bot <bot@example.org>");
    }

    @Test
    void settingsFromTheEnvironmentWinOverFiles() throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = ada@home.example\n");
        variables.putAll(Map.of(
                "GIT_CONFIG_COUNT", "1", "GIT_CONFIG_KEY_0", "user.email", "GIT_CONFIG_VALUE_0", "ci@example.org"));

        assertThat(author()).isEqualTo("Ada <ci@example.org>");
    }

    @Test
    void theMailVariableHelpsOutUnlessOnlyTheConfigurationMay() throws IOException {
        variables.put("EMAIL", "ada@mail.example");
        write(".gitconfig", "[user]\n name = Ada\n");
        assertThat(author()).isEqualTo("Ada <ada@mail.example>");

        write(".gitconfig", "[user]\n name = Ada\n useConfigOnly = true\n");
        assertThat(problems()).singleElement().extracting(Problem::code).isEqualTo("no-git-identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<>", "...", "\n"})
    void aNameOfWhichNothingIsLeftIsNone(String name) {
        variables.putAll(Map.of("GIT_AUTHOR_NAME", name, "GIT_AUTHOR_EMAIL", "a@example.org"));
        variables.putAll(Map.of("GIT_COMMITTER_NAME", "Bot", "GIT_COMMITTER_EMAIL", "b@example.org"));

        assertThat(problems()).singleElement().extracting(Problem::code).isEqualTo("no-git-identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "1.5", "99999999999999999999", "253402300800", " 1"})
    void anInvalidSourceDateIsRefused(String date) throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = ada@home.example\n");
        variables.put("SOURCE_DATE_EPOCH", date);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("invalid-date");
            assertThat(problem.location().source()).isEqualTo("SOURCE_DATE_EPOCH");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1767225600 +0000", "@1767225600 +0000", "2026-01-01T00:00:00Z", "Thu, 1 Jan 2026 00:00:00 +0000"
            })
    void theDateVariablesOfGitAreRead(String date) throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = ada@home.example\n");
        variables.put("GIT_AUTHOR_DATE", date);

        assertThat(log("%at", temporary.resolve("dated"))).isEqualTo("1767225600");
    }

    @Test
    void aBrokenConfigurationIsNamed() throws IOException {
        Path file = write(".gitconfig", "[user\n name = Ada\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("invalid-git-configuration");
            assertThat(problem.location().source()).isEqualTo(file.toString());
        });
    }

    @Test
    void aDefaultBranchThatNoBranchCanHaveIsRefused() throws IOException {
        write(".gitconfig", "[user]\n name = Ada\n email = a@example.org\n[init]\n defaultBranch = a..b\n");

        assertThat(problems()).singleElement().extracting(Problem::code).isEqualTo("invalid-branch");
    }

    private List<Problem> problems() {
        return assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> FirstCommit.prepare(environment(), temporary.resolve("target")))
                .actual()
                .problems();
    }

    private String author() {
        return author(temporary.resolve("target"));
    }

    private String author(Path target) {
        return log("%an <%ae>", target);
    }

    private String log(String format, Path target) {
        FirstCommit commit = FirstCommit.prepare(environment(), target);
        var rendering = Renderings.with("README.md", "# Records\n").rendering();
        NewDirectory.at(target).create(rendering, directory -> commit.commit(directory, rendering, "feat: start"));
        return Git.in(target).run("log", "--format=" + format).strip();
    }

    private GitEnvironment environment() {
        return new GitEnvironment(variables, home, CLOCK);
    }

    private Path write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
