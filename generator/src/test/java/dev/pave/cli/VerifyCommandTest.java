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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {

    /** Asks for what the templates below have rules for, and for one practice without a rule. */
    private static final String PERSONA = """
            # Persona: expert

            - multi-stage
            - non-root
            - coverage 80 %
            - linting
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private PaveRun.Setting pave = PaveRun.in(Path.of("/"));
    private Path repository = Path.of("/");
    private Path persona = Path.of("/");

    @BeforeEach
    void aGeneratedRepository() throws IOException {
        Path templates = new MemoryTemplates()
                .with("paths/service/path.yaml", """
                        id: service
                        title: Service
                        summary: A service
                        features: {required: [], default: [container]}
                        detect: [service.txt]
                        facts: {commands: {test: test -f Dockerfile}}
                        files: [{match: service.txt, practices: [coverage, linting]}]
                        """)
                .with("paths/service/rules.yaml", """
                        - practice: coverage
                          files: service.txt
                          read: text
                          expect: it.text.contains('coverage ' + string(int(figure)))
                          says: the service does not state its coverage
                        """)
                .with("paths/service/files/service.txt", "coverage 80\n")
                .with("features/container/feature.yaml", """
                        id: container
                        title: Container
                        summary: An image
                        files: [{match: Dockerfile, practices: [multi-stage, non-root]}]
                        """)
                .with("features/container/rules.yaml", """
                        - practice: multi-stage
                          files: Dockerfile
                          read: dockerfile
                          expect: size(it.stages) >= 2
                          says: the image is built in one stage
                          remedy: copy from a stage that builds
                        - practice: non-root
                          files: deploy/*.yaml
                          read: yaml
                          expect: it.user > 0
                          says: it runs as root
                        """)
                .with("features/container/files/Dockerfile", "FROM a:1 AS b\nFROM c:1\nCOPY --from=b /a /a\n")
                .writeTo(temporary.resolve("templates"));
        Path description = Files.writeString(temporary.resolve("pave.yaml"), MINIMAL);
        persona = Files.writeString(temporary.resolve("expert.md"), PERSONA);
        repository = temporary.resolve("made");
        pave = PaveRun.in(temporary).andAlways("--templates", templates.toString());
        PaveRun made = pave.run("new", repository.toString(), "--from", description.toString());
        assertThat(made.exit()).as(made.err()).isZero();
    }

    private PaveRun verify(String... more) {
        return verify(repository, more);
    }

    private PaveRun verify(Path directory, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", directory.toString(), "--personas", persona.toString()));
        arguments.addAll(List.of(more));
        return pave.run(arguments.toArray(String[]::new));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
    }

    private void commit() {
        Git.in(repository).run("add", "-A");
        Git.in(repository).run("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "more");
    }

    @Nested
    class AGeneratedRepository {

        @Test
        void aFreshOneHasNoFindings() {
            PaveRun run = verify();

            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out())
                    .isEqualTo(
                            repository
                                    + ": no findings; of 3 practices 2 hold, 0 fail, 1 cannot be judged; 1 more have no rule\n");
        }

        @Test
        void anEditIsFoundWithItsPracticeAndRemedy() throws IOException {
            write("Dockerfile", "FROM c:1\n");
            write("service.txt", "nothing\n");

            PaveRun run = verify();

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).startsWith("""
                    Dockerfile
                      1  multi-stage
                          the image is built in one stage
                          copy from a stage that builds

                    service.txt
                      1  coverage
                          the service does not state its coverage

                    """);
            assertThat(run.out()).contains(": 2 findings in 2 files; of 3 practices 0 hold, 2 fail");
            assertThat(run.out()).doesNotContain("Practices\n");
            assertThat(verify("--all").out())
                    .contains("Practices\n  fails             coverage  ", "  has no rule       linting  ");
        }

        @Test
        void programsAreToldTheSame() throws IOException {
            write("Dockerfile", "FROM c:1\n");

            PaveRun run = verify("--json");

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.json().at("/findings/0/practice").stringValue()).isEqualTo("multi-stage");
            assertThat(run.json().at("/summary/holds").intValue()).isEqualTo(1);
        }

        @Test
        void onlyThePracticesInForceAreJudged() throws IOException {
            write("Dockerfile", "FROM c:1\n");

            PaveRun run = pave.run("verify", repository.toString());

            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).contains("multi-stage").doesNotContain("coverage");
        }

        @Test
        void whatPaveRemembersForAnUpdateIsNoPartOfTheService() throws IOException {
            write(".pave/base/deploy/Dockerfile", "FROM\n");
            write(".pave/base/service.txt", "coverage 80\n");
            assertThat(verify().exit()).isEqualTo(ExitCode.DONE);

            write("service.txt", "nothing\n");
            assertThat(verify().exit()).isEqualTo(ExitCode.FINDINGS);
        }

        @Test
        void ignoredFilesDoNotCount() throws IOException {
            write("deploy/a.yaml", "user: 0\n");
            assertThat(verify().exit()).isEqualTo(ExitCode.FINDINGS);

            write(".gitignore", "deploy/\n");
            assertThat(verify().exit()).isEqualTo(ExitCode.DONE);

            Git.in(repository).run("add", "-f", "deploy/a.yaml");
            assertThat(verify().exit()).isEqualTo(ExitCode.FINDINGS);
        }

        @Test
        void aPersonaThatIsNotThereAnyMoreHasToBeGivenAgain() throws IOException {
            write("pave.yaml", MINIMAL + "personas: [expert]\n");

            PaveRun without = pave.run("verify", repository.toString());

            assertThat(without.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(without.err()).contains("unknown persona 'expert'", "has to be given here too: --personas FILE");
            assertThat(verify().exit()).isEqualTo(ExitCode.DONE);
        }

        @Test
        void aFaultyDescriptionIsExplained() throws IOException {
            write("pave.yaml", "pave: 2\n");

            assertThat(verify().exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(verify().err()).contains(repository + "/pave.yaml:1:7: format 2 is not known");
        }
    }

    @Nested
    class AnyRepository {

        private Path any = Path.of("/");

        @BeforeEach
        void anyRepository() throws IOException {
            any = Files.createDirectories(temporary.resolve("any"));
            Files.writeString(any.resolve("Dockerfile"), "FROM c:1\n");
        }

        @Test
        void itIsJudgedByWhatThePersonasAskForAndEachPracticeIsListed() {
            PaveRun run = verify(any);

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out())
                    .contains("the image is built in one stage")
                    .contains("  fails             multi-stage  ", "  cannot be judged  non-root  ")
                    .doesNotContain("has no rule")
                    .endsWith("of 2 practices 0 hold, 1 fail, 1 cannot be judged; 2 more have no rule\n");
        }

        @Test
        void rulesOfAGoldenPathAreAskedWhereItLooksLikeIt() throws IOException {
            Files.writeString(any.resolve("service.txt"), "coverage 80\n");

            assertThat(verify(any).out()).contains("  holds             coverage  ");
        }

        @Test
        void withoutPersonasTheBundledOnesAreAsked() {
            PaveRun run = pave.run("verify", any.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).contains("multi-stage");
        }

        @Test
        void personasThatTheDescriptionDoesNotChooseAreAskedInstead() throws IOException {
            write("pave.yaml", MINIMAL + "personas: [docker-kubernetes]\n");
            write("service.txt", "nothing\n");

            PaveRun run = verify("--json");

            assertThat(run.json().at("/findings/0/practice").stringValue()).isEqualTo("coverage");
        }

        @Test
        void linesOfPersonasThatAreNotUnderstoodAreCounted() throws IOException {
            Files.writeString(persona, PERSONA + "- waffles every Friday\n");

            assertThat(verify(any).out()).contains("1 lines of the personas are not understood");
            assertThat(verify(repository).out()).doesNotContain("not understood");
        }

        @Test
        void anEmptyOneIsNoError() throws IOException {
            Path empty = Files.createDirectories(temporary.resolve("empty"));

            assertThat(verify(empty).exit()).isEqualTo(ExitCode.DONE);
            assertThat(verify(empty).out()).contains("no findings", "cannot be judged");
        }

        @Test
        void aPlaceThatIsNoDirectoryIsExplained() {
            assertThat(verify(temporary.resolve("gone")).err()).contains("there is no such directory");
            assertThat(verify(any.resolve("Dockerfile")).err()).contains("is not a directory");
            assertThat(verify(any.resolve("Dockerfile")).exit()).isEqualTo(ExitCode.INVALID_INPUT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "FROM", "\u0000\u0001", "FROM a\\", "\u001b[31mFROM x", "FROM ${", "\ufeff"})
        void whateverIsInAFileIsNoReasonToBreakOff(String text) throws IOException {
            Files.writeString(any.resolve("Dockerfile"), text);
            Files.createDirectories(any.resolve("deploy"));
            Files.writeString(any.resolve("deploy/\u001b[31m.yaml"), text + "\nuser: 0\n");
            Files.write(any.resolve("deploy/b.yaml"), new byte[] {(byte) 0xff, 0, 1});
            Files.writeString(any.resolve("deploy/c.yaml"), "[".repeat(10_000));
            Files.createSymbolicLink(any.resolve("deploy/loop.yaml"), Path.of("loop.yaml"));

            PaveRun run = verify(any);

            assertThat(run.exit()).isIn(ExitCode.DONE, ExitCode.FINDINGS);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).doesNotContain("\u001b");
        }
    }

    @Nested
    class WithWaivers {

        @BeforeEach
        void aFinding() throws IOException {
            write("Dockerfile", "FROM c:1\n");
            write("waivers.yaml", """
                    waivers:
                      - {practice: multi-stage, reason: the base has all, expires: "2027-06-30"}
                    """);
            commit();
        }

        @Test
        void aFindingIsAcceptedAndListed() {
            PaveRun run = verify("--today", "2027-06-30");

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out())
                    .contains("Accepted by waivers\n  Dockerfile:1  multi-stage, until 2027-06-30\n")
                    .contains("the base has all", "no findings, 1 accepted by waivers");
        }

        @Test
        void oneThatEndedIsAFinding() {
            PaveRun run = verify("--today", "2027-07-01");

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).contains("waivers.yaml\n  2:5  waiver/expired", "Dockerfile\n");
        }

        @Test
        void oneThatNothingNeedsIsAFinding() throws IOException {
            write("Dockerfile", "FROM a AS b\nFROM c\n");

            PaveRun run = verify();

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).contains("waiver/unused");
        }

        @Test
        void theDayIsThatOfTheLastCommit() throws IOException {
            write("waivers.yaml", """
                    waivers:
                      - {practice: multi-stage, reason: the base has all, expires: "2020-06-30"}
                    """);

            assertThat(verify().out()).contains("waiver/expired");
        }

        @Test
        void withoutACommitNoneHasEndedAndANoteSaysSo() throws IOException {
            Path plain = Files.createDirectories(temporary.resolve("plain"));
            Files.writeString(plain.resolve("Dockerfile"), "FROM c:1\n");
            Files.writeString(plain.resolve("waivers.yaml"), """
                    waivers:
                      - {practice: multi-stage, reason: the base has all, expires: "2020-06-30"}
                    """);

            PaveRun run = verify(plain);

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out()).contains("note: there is no commit whose day would tell");
        }

        @Test
        void faultyOnesAreExplainedWhereTheUserFindsThem() throws IOException {
            write("waivers.yaml", "waivers:\n  - {tool: pave}\n");

            PaveRun run = verify();

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .startsWith(repository + "/waivers.yaml:2:5: the waiver has no 'expires'")
                    .contains("the waiver has no 'reason'", "the waiver has no 'rule'");
        }

        @Test
        void aDayThatIsNoneIsAUsageError() {
            PaveRun run = verify("--today", "tomorrow");

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("--today", "tomorrow").doesNotContain("\tat ");
        }
    }

    @Nested
    class Reports {

        @BeforeEach
        void aFinding() throws IOException {
            write("Dockerfile", "FROM c:1\n");
        }

        @Test
        void areWrittenBesidesTheTextAndAreTheSameEachTime() throws IOException {
            Path sarif = temporary.resolve("a.sarif");
            Path junit = temporary.resolve("a.xml");

            PaveRun run = verify("--sarif", sarif.toString(), "--junit", junit.toString());
            String first = Files.readString(sarif) + Files.readString(junit);
            verify("--sarif", sarif.toString(), "--junit", junit.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).contains("multi-stage");
            assertThat(Files.readString(sarif) + Files.readString(junit)).isEqualTo(first);
            JsonNode log = JsonMapper.shared().readTree(Files.readString(sarif));
            assertThat(log.at("/runs/0/results/0/ruleId").stringValue()).isEqualTo("multi-stage");
        }

        @Test
        void oneGoesToStandardOutputInsteadOfTheText() {
            assertThat(verify("--sarif", "-").json().get("version").stringValue())
                    .isEqualTo("2.1.0");
            assertThat(verify("--junit", "-").out()).startsWith("<?xml ").endsWith("</testsuites>\n");
        }

        @Test
        void onlyOneGoesThere() {
            PaveRun run = verify("--sarif", "-", "--json");

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("standard output takes one of");
        }

        @Test
        void aPlaceThatCannotBeWrittenToIsExplainedBeforeAnyWork() {
            PaveRun folder = verify("--sarif", temporary.toString());
            PaveRun nowhere = verify("--junit", temporary.resolve("a/b.xml").toString());

            assertThat(folder.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(folder.err()).contains("is a directory");
            assertThat(nowhere.err()).contains("there is no directory for it");
            assertThat(nowhere.out()).isEmpty();
        }
    }

    @Nested
    class Build {

        @Test
        void theCommandOfTheGoldenPathIsRunInACopy() {
            PaveRun run = verify("--build");

            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
            assertThat(run.err()).as("nobody waits").isEmpty();
            assertThat(run.out()).contains("Build: test -f Dockerfile passes\n");
        }

        @Test
        void aBuildThatFailsIsAFinding() throws IOException {
            Files.delete(repository.resolve("Dockerfile"));

            PaveRun run = verify("--build", "--json");

            assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.json().at("/findings/0/rule").stringValue()).isEqualTo("build/failed");
            Path log = Path.of(run.json().at("/build/log").stringValue());
            assertThat(log).exists();
            Files.delete(log);
        }

        @Test
        void aRepositoryThatNobodyCanBuildIsExplained() throws IOException {
            PaveRun run = verify(Files.createDirectories(temporary.resolve("any")), "--build");

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err()).contains("nothing says how to build it");
        }

        @Test
        void theTimeMustBeSome() {
            assertThat(verify("--build", "--build-minutes", "0").exit()).isEqualTo(ExitCode.USAGE);
        }
    }
}
