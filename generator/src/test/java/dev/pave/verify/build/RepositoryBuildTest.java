package dev.pave.verify.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pave.problem.InvalidInput;
import dev.pave.verify.build.BuildResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RepositoryBuildTest {

    /** Of packaging {@code pom}, so that its phases to {@code verify} run no plugin, and nothing is downloaded. */
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>edu.example</groupId>
              <artifactId>tiny</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final List<String> progress = new ArrayList<>();

    private BuildResult run(BuildCommand command, Duration limit) throws IOException {
        return new RepositoryBuild(
                        Map.of("MAVEN_HOME", System.getProperty("maven.home")),
                        Path.of(System.getProperty("java.home")),
                        limit,
                        progress::add)
                .run(directory, command);
    }

    private static BuildCommand shell(String line) {
        return new BuildCommand(line, "pave.yaml");
    }

    @Test
    void aProjectForMavenIsBuiltByMaven() throws IOException {
        Files.writeString(directory.resolve("pom.xml"), POM);

        BuildResult result = run(new BuildCommand("mvn --offline verify", "pom.xml"), Duration.ofMinutes(2));

        assertThat(result.outcome()).as(String.join("\n", result.tail())).isEqualTo(Outcome.PASSED);
        assertThat(result.finding()).isEmpty();
        assertThat(result.tail()).anyMatch(line -> line.contains("BUILD SUCCESS"));
        assertThat(result.log()).doesNotExist();
    }

    @Test
    void aBuildThatFailsIsAFindingWithItsLog() throws IOException {
        Files.writeString(directory.resolve("pom.xml"), POM.replace("</packaging>", "</wrapping>"));

        BuildResult result = run(new BuildCommand("mvn --offline verify", "pom.xml"), Duration.ofMinutes(2));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.finding()).hasValueSatisfying(finding -> {
            assertThat(finding.rule()).isEqualTo("build/failed");
            assertThat(finding.place()).hasToString("pom.xml");
            assertThat(finding.message()).isEqualTo("mvn --offline verify fails");
        });
        assertThat(result.tail()).anyMatch(line -> line.contains("wrapping"));
        assertThat(result.tail()).as("paths as the user knows them").noneMatch(line -> line.contains(directory + "/"));
        assertThat(Files.readString(result.log())).contains("wrapping");
        Files.delete(result.log());
    }

    @Test
    void anotherCommandIsRunByTheShellInTheDirectory() throws IOException {
        BuildResult result = run(shell("echo one > made && echo done >&2"), Duration.ofMinutes(1));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.tail()).containsExactly("done");
        assertThat(directory.resolve("made")).hasContent("one");
    }

    /** What a build has started keeps the pipe of its output open: the call would not return while it lives. */
    @Test
    @Timeout(60)
    void aBuildThatTakesTooLongIsEndedWithAllThatItStarted() throws IOException {
        BuildResult result = run(shell("sleep 600 & wait; exit 0"), Duration.ofSeconds(1));

        assertThat(result.outcome()).isEqualTo(Outcome.TOOK_TOO_LONG);
        assertThat(result.finding().orElseThrow().rule()).isEqualTo("build/time-limit");
        Files.delete(result.log());
    }

    @Test
    void onlyTheEndOfALongLogIsKeptInMemory() throws IOException {
        BuildResult result = run(
                shell("i=0; while [ $i -lt 500 ]; do i=$((i+1)); echo line $i; done; false"), Duration.ofMinutes(1));

        assertThat(result.tail()).hasSize(40).endsWith("line 500");
        assertThat(Files.readAllLines(result.log())).hasSize(500);
        Files.delete(result.log());
    }

    @Test
    void eachGoalOfMavenIsHeardOf() throws IOException {
        run(
                shell("echo '[INFO] --- maven-compiler-plugin:3.8.1:compile (default-compile) @ tiny ---';"
                        + "echo '[INFO] --- surefire:3.2.5:test (default-test) @ tiny ---';"
                        + "echo '[INFO] --- spring-boot-maven-plugin:3.5.0:repackage (repackage) @ tiny ---';"
                        + "echo '[INFO] Building tiny'"),
                Duration.ofMinutes(1));

        assertThat(progress).containsExactly("compiler:compile", "surefire:test", "spring-boot:repackage");
    }

    @Test
    void theCommandIsThatOfTheGoldenPathOrKnownByThePom() {
        Map<String, Object> facts = Map.of("commands", Map.of("test", "npm test"));

        assertThat(BuildCommand.of(facts, Set.of("pom.xml"))).contains(new BuildCommand("npm test", "pave.yaml"));
        assertThat(BuildCommand.of(Map.of(), Set.of("pom.xml")).map(BuildCommand::line))
                .contains("mvn --batch-mode --no-transfer-progress verify");
        assertThat(BuildCommand.of(Map.of(), Set.of("a/pom.xml"))).isEmpty();
        assertThat(new BuildCommand("mvn -q verify", "pom.xml").mavenArguments())
                .contains(List.of("-q", "verify"));
        assertThat(new BuildCommand("mvn verify && rm -r x", "pom.xml").mavenArguments())
                .isEmpty();
    }

    @Test
    void mavenIsFoundByItsHomeOrOnThePath() throws IOException {
        Path home = Files.createDirectories(directory.resolve("maven"));
        Path program =
                Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("mvn"));
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("mvn"), program);

        assertThat(MavenBuild.home(Map.of("PATH", "/nowhere:" + bin))).contains(home.toRealPath());
        assertThat(MavenBuild.home(Map.of("M2_HOME", home.toString()))).contains(home);
        assertThat(MavenBuild.home(Map.of("MAVEN_HOME", "/nowhere", "PATH", "")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aMachineWithoutMavenIsToldSo() {
        RepositoryBuild build = new RepositoryBuild(Map.of(), directory, Duration.ofMinutes(1), progress::add);

        assertThatThrownBy(() -> build.run(directory, new BuildCommand("mvn verify", "pom.xml")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no Maven to build it with");
    }
}
