package dev.pave.cli;

import static dev.pave.testing.Generation.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Git;
import dev.pave.testing.MemoryTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UpdateCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private PaveRun.Setting pave = PaveRun.in(Path.of("/"));
    private Path target = Path.of("/");

    @BeforeEach
    void aRepositoryWithAnEdit() throws IOException {
        templates("old", "old", "old");
        Path description = Files.writeString(temporary.resolve("pave.yaml"), MINIMAL);
        target = temporary.resolve("student-records");
        pave = PaveRun.in(temporary)
                .andAlways("--templates", temporary.resolve("templates").toString());
        assertThat(pave.run("new", target.toString(), "--from", description.toString())
                        .exit())
                .isEqualTo(ExitCode.DONE);
        Files.writeString(target.resolve("Makefile"), makefile("old").replace("lint:\n", "lint: format\n"));
        commit();
    }

    private void templates(String readme, String makefile, String dockerfile) {
        new MemoryTemplates()
                .with("paths/service/files/README.md.ftl", "# [=service.title]\n\nThe " + readme + " text.\n")
                .with("paths/service/files/Makefile", makefile(makefile))
                .with("paths/service/files/Dockerfile", "FROM " + dockerfile + "\nUSER 1000\n")
                .writeTo(temporary.resolve("templates"));
    }

    private static String makefile(String test) {
        return "test:\n\t./" + test + "\n\nbuild:\n\t./build\n\nlint:\n\t./lint\n";
    }

    private void commit() {
        Git.in(target).run("add", "-A");
        Git.in(target).run("-c", "user.name=U", "-c", "user.email=u@example.org", "commit", "-qm", "mine");
    }

    private PaveRun update(String... more) {
        List<String> arguments = new ArrayList<>(List.of("update", target.toString()));
        arguments.addAll(List.of(more));
        return pave.run(arguments.toArray(String[]::new));
    }

    /** The console blocks of docs/updating.md, run one after the other; in their output, a commit's id is any. */
    @Test
    void theTranscriptOfTheGuideIsWhatHappens() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "updating.md"));
        List<String> blocks = new ArrayList<>();
        for (int at = guide.indexOf("```console\n"); at >= 0; at = guide.indexOf("```console\n", at + 1)) {
            blocks.add(guide.substring(at + "```console\n".length(), guide.indexOf("```\n", at + 4)));
        }
        assertThat(blocks).hasSize(4);
        templates("new", "new", "old");
        replay(blocks.get(0));
        replay(blocks.get(1));
        Files.writeString(target.resolve("Dockerfile"), "FROM mine\nUSER 1000\n");
        commit();
        templates("new", "new", "newer");
        replay(blocks.get(2));
        Files.writeString(target.resolve("Dockerfile"), "FROM newer\nUSER 1000\n");
        Git.in(target).run("add", "Dockerfile");
        replay(blocks.get(3));
    }

    private void replay(String block) {
        StringBuilder happened = new StringBuilder();
        for (String line :
                block.lines().filter(line -> line.startsWith("$ pave ")).toList()) {
            String[] arguments = line.substring("$ pave ".length())
                    .replace("student-records", target.toString())
                    .split(" ");
            PaveRun run = pave.run(arguments);
            happened.append(line).append('\n').append(run.out()).append(run.err());
        }
        String expected = block.lines().map(UpdateCommandTest::anyCommit).collect(Collectors.joining("\n", "", "\n"));
        assertThat(happened.toString()
                        .replace(target.toString(), "student-records")
                        .lines()
                        .map(UpdateCommandTest::anyCommit)
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(expected);
    }

    private static String anyCommit(String line) {
        return line.replaceAll("commit [0-9a-f]{10}", "commit …").replaceAll("Pave (development|[0-9.]+)", "Pave …");
    }

    @Test
    void aCleanUpdateIsCommittedAndTheNextHasNothingToDo() {
        templates("new", "new", "old");

        PaveRun run = update();
        PaveRun again = update();

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(Git.in(target).run("status", "--porcelain")).isEmpty();
        assertThat(Git.in(target).run("log", "-1", "--format=%an %s"))
                .isEqualTo("A. Uthor chore: update what is generated\n");
        assertThat(again.out()).isEqualTo(target + ": up to date\n");
    }

    @Test
    void conflictsEndWithAnExitCodeOfTheirOwnAndCanBeTakenBack() throws IOException {
        templates("old", "old", "newer");
        Files.writeString(target.resolve("Dockerfile"), "FROM mine\nUSER 1000\n");
        commit();

        PaveRun dry = update("--dry-run");
        PaveRun run = update();
        PaveRun abort = update("--abort");

        assertThat(dry.exit()).isEqualTo(ExitCode.CONFLICTS);
        assertThat(run.exit()).isEqualTo(ExitCode.CONFLICTS);
        assertThat(run.out()).contains("conflict  Dockerfile", "'pave update --continue'");
        assertThat(abort.exit()).isEqualTo(ExitCode.DONE);
        assertThat(Git.in(target).run("status", "--porcelain")).isEmpty();
        assertThat(target.resolve("Dockerfile")).hasContent("FROM mine\nUSER 1000");
        assertThat(update("--abort").err()).contains("no update is under way here");
    }

    @Test
    void programsGetEachFile() {
        templates("new", "new", "old");

        JsonNode json = update("--dry-run", "--json").json();

        assertThat(json.get("written").booleanValue()).isFalse();
        assertThat(json.get("files").get(0).get("path").stringValue()).isEqualTo("Makefile");
        assertThat(json.get("files").get(0).get("action").stringValue()).isEqualTo("merge");
        assertThat(json.get("conflicts")).isEmpty();
    }

    @Test
    void apartOfTheRepositoryIsUpdatedByItself() {
        templates("new", "new", "new");

        PaveRun run = update("--only", "Dockerfile");

        assertThat(run.out()).contains("  update    Dockerfile\n").doesNotContain("Makefile");
        assertThat(target.resolve("README.md")).hasContent("# Student records\n\nThe old text.");
        assertThat(update().out())
                .contains("update    README.md", "merge     Makefile")
                .doesNotContain("Dockerfile");
    }

    @Test
    void aPathThatIsNotGeneratedIsNamed() {
        PaveRun run = update("--only", "Docker*");

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("Docker*: no generated file has this path");
    }

    @Test
    void anEditedFileIsRestoredOnlyWhenAskedFor() {
        PaveRun run = update("--restore", "Makefile");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("restore   Makefile");
        assertThat(target.resolve("Makefile")).hasContent(makefile("old").stripTrailing());
    }

    @Test
    void anotherVersionOfTheTemplatesIsNotToBeHad() {
        PaveRun run = update("--to", "9.9.9");

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("and no others", "use Pave 9.9.9");
    }

    @Test
    void withoutACommitTheUpdateIsLeftStaged() {
        templates("new", "old", "old");

        PaveRun run = update("--no-commit");

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(Git.in(target).run("status", "--porcelain")).contains("M  README.md");
        assertThat(update("--continue").exit()).isEqualTo(ExitCode.DONE);
        assertThat(Git.in(target).run("status", "--porcelain")).isEmpty();
    }
}
