package dev.pave.cli;

import static dev.pave.testing.Generation.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Git;
import dev.pave.testing.MemoryTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private PaveRun.Setting pave = PaveRun.in(Path.of("/"));
    private Path description = Path.of("/");
    private Path target = Path.of("/");

    @BeforeEach
    void aTemplateRootAndADescription() throws IOException {
        Path templates = new MemoryTemplates()
                .with("paths/service/path.yaml", """
                        id: service
                        title: Service
                        summary: A service
                        features: {required: [], default: [container]}
                        options: {java: {title: Java, values: [17, 21], default: 17}}
                        facts: {next: [{run: ./test, says: tests it}]}
                        files: [{match: bin/run, mode: executable}]
                        """)
                .with("features/container/feature.yaml", "id: container\ntitle: Container\nsummary: An image\n")
                .with("features/container/files/Dockerfile.ftl", "FROM java:[=option.java]\n")
                .with("paths/service/files/README.md.ftl", "# [=service.title]\n\n[=service.description]\n")
                .with("paths/service/files/bin/run", "#!/bin/sh\n")
                .writeTo(temporary.resolve("templates"));
        description = Files.writeString(temporary.resolve("pave.yaml"), MINIMAL);
        target = temporary.resolve("made");
        pave = PaveRun.in(temporary).andAlways("--templates", templates.toString());
    }

    private PaveRun generate(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("new", target.toString(), "--from", description.toString()), Stream.of(more))
                .toArray(String[]::new);
        return pave.run(arguments);
    }

    @Nested
    class New {

        @Test
        void writesTheFilesAndCommitsThem() throws IOException {
            PaveRun run = generate();

            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out())
                    .startsWith("Created " + target + ": 5 files, commit ")
                    .contains(
                            "golden path  service (Service)",
                            "features     container",
                            "Next:\n  cd " + target + "\n  ./test                     # tests it\n");
            assertThat(target.resolve("pave.yaml")).hasContent(MINIMAL);
            assertThat(target.resolve("Dockerfile")).hasContent("FROM java:17");
            assertThat(Files.isExecutable(target.resolve("bin/run"))).isTrue();
            assertThat(Git.in(target).run("status", "--porcelain")).isEmpty();
            assertThat(Git.in(target).run("log", "--format=%an %s"))
                    .isEqualTo("A. Uthor feat: start student-records\n");
        }

        @Test
        void tellsProgramsWhatItDid() {
            JsonNode json = generate("--json").json();

            assertThat(json.get("written").booleanValue()).isTrue();
            assertThat(json.get("commit").stringValue())
                    .isEqualTo(Git.in(target).run("rev-parse", "HEAD").strip());
            assertThat(json.get("tree").stringValue())
                    .isEqualTo(Git.in(target).run("rev-parse", "HEAD^{tree}").strip());
            assertThat(json.get("files")).hasSize(5);
        }

        @Test
        void writesNothingOnADryRunAndShowsTheFiles() {
            PaveRun run = generate("--dry-run");

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out()).contains("Would create", "container    Dockerfile", "service      README.md");
            assertThat(target).doesNotExist();
        }

        @Test
        void leavesTheFilesWithoutARepositoryIfAskedTo() {
            PaveRun run = generate("--no-commit");

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(target.resolve("README.md")).exists();
            assertThat(target.resolve(".git")).doesNotExist();
        }

        @Test
        void readsTheDescriptionFromStandardInput() {
            PaveRun run = pave.reading(MINIMAL).run("new", target.toString(), "--from", "-", "--no-commit");

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(target.resolve("pave.yaml")).hasContent(MINIMAL);
        }

        @Test
        void namesStandardInputInErrors() {
            PaveRun run = pave.reading(MINIMAL.replace("type: email", "type: emal"))
                    .run("new", target.toString(), "--from", "-");

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .startsWith("<standard input>:10:21: unknown field type 'emal'\n  did you mean 'email'?");
        }

        @Test
        void takesValuesOfTheCommandLineBeforeThoseOfTheFile() throws IOException {
            PaveRun run = generate("--set", "options.java=21", "--name", "other-name", "--no-commit");

            assertThat(run.err()).isEmpty();
            assertThat(target.resolve("Dockerfile")).hasContent("FROM java:21");
            assertThat(Files.readString(target.resolve("README.md"))).startsWith("# Other name");
            assertThat(Files.readString(target.resolve("pave.yaml"))).contains("name: other-name", "java: 21");
        }

        @Test
        void countsOnlyThePersonasThatAreNamed() {
            PaveRun run = generate("--persona", "docker-kubernetes", "--persona", "nobody", "--dry-run");

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .contains("unknown persona 'nobody'")
                    .doesNotContain("unknown persona 'docker-kubernetes'");
        }

        @Test
        void reportsUnknownPersonasTogetherWithAllElse() {
            PaveRun run =
                    generate("--persona", "nobody", "--set", "features.add=[nothing]", "--set", "options.java=19");

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .contains("--persona:1:2: unknown persona 'nobody'", "'nothing'", "'19'")
                    .doesNotContain("did you mean '17'");
        }

        @Test
        void namesTheOptionThatIsWrong() {
            assertThat(generate("--owner", "Team A").err()).startsWith("--owner: owner cannot be 'Team A'");
            assertThat(generate("--set", "owner=Team A").err()).startsWith("--set owner: owner cannot be 'Team A'");
            assertThat(pave.run("new", target.toString(), "--yes", "--owner", "Team A")
                            .err())
                    .startsWith("--owner: owner cannot be 'Team A'");
        }

        @Test
        void refusesTwoWaysToSayTheSame() {
            for (PaveRun run : List.of(
                    generate("--name", "bar", "--set", "name=foo"),
                    pave.run("new", target.toString(), "--yes", "--name", "bar", "--set", "name=foo"))) {
                assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
                assertThat(run.err()).startsWith("pave: --name and --set name are the same; give one of them\n");
                assertThat(target).doesNotExist();
            }
        }

        @Test
        void takesTheDefaultsForWhatIsMissing() throws IOException {
            PaveRun run = pave.run("new", target.resolve("My Shop").toString(), "--yes", "--no-commit");

            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(Files.readString(target.resolve("My Shop/README.md"))).startsWith("# My shop\n");
            assertThat(run.out()).contains("cd '" + target.resolve("My Shop") + "'");
        }

        @Test
        void asksForADescriptionWhereNobodyIsThereToAnswer() {
            PaveRun run = pave.run("new", target.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("pave: nothing to generate from: give --from FILE, or --yes");
            assertThat(target).doesNotExist();
        }

        @Test
        void refusesATargetThatIsNotEmptyAndLeavesItAlone() throws IOException {
            Files.createDirectories(target);
            Files.writeString(target.resolve("mine.txt"), "mine");

            PaveRun run = generate();

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .startsWith(target + ": ")
                    .contains("choose a directory that is empty or does not exist yet")
                    .doesNotContain("pave update");
            try (Stream<Path> files = Files.list(target)) {
                assertThat(files).containsExactly(target.resolve("mine.txt"));
            }
        }

        @Test
        void leavesNothingBehindWhereATemplateIsFaulty() throws IOException {
            Files.writeString(temporary.resolve("templates/paths/service/files/README.md.ftl"), "[=nobody]");

            PaveRun run = generate();

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .contains("templates/paths/service/files/README.md.ftl:1:3: ", "while rendering README.md");
            assertThat(target).doesNotExist();
            try (Stream<Path> files = Files.list(temporary)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("templates", "pave.yaml");
            }
        }
    }

    @Nested
    class ListWhatThereIs {

        @Test
        void eachKindHasALineForEachAndTheSameInJson() {
            for (String kind : List.of("paths", "features", "personas", "practices")) {
                PaveRun people = pave.run("list", kind);
                PaveRun programs = pave.run("list", kind, "--json");

                assertThat(people.exit()).isEqualTo(ExitCode.DONE);
                assertThat(programs.json()).isNotEmpty().hasSize((int)
                        people.out().lines().count());
            }
            assertThat(pave.run("list", "paths").out()).isEqualTo("service  Service: A service; with container\n");
            assertThat(pave.run("list", "features").out()).isEqualTo("container  Container: An image\n");
        }

        @Test
        void anUnknownKindIsAUsageError() {
            PaveRun run = pave.run("list", "path");

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("paths", "features", "personas", "practices");
        }
    }

    @Nested
    class Personas {

        @Test
        void areShownAsTheyAreUnderstood() throws IOException {
            Path persona = Files.writeString(temporary.resolve("p.md"), "# Persona: p\n\n- linting\n- xyzzy\n");

            PaveRun run = pave.run("personas", persona.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out())
                    .contains("linting", persona + ":4: xyzzy")
                    .doesNotContain("[generated]")
                    .endsWith(
                            "PRACTICES.md of a generated repository says which practices its files hold, and where.\n");
            assertThat(pave.run("personas", persona.toString(), "--json").json().get("unrecognised"))
                    .hasSize(1);
        }

        @Test
        void thatAreNotThereAreInvalidInput() {
            PaveRun run = pave.run("personas", temporary.resolve("gone.md").toString());

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err()).startsWith(temporary.resolve("gone.md").toString());
        }
    }

    @Nested
    class Plan {

        @Test
        void showsDecisionsAndFilesAndWritesNothing() throws IOException {
            PaveRun run = pave.run("plan", "--from", description.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out())
                    .contains("feature container", "service brings it by default", "container        Dockerfile")
                    .containsPattern("3 files and pave.yaml, [0-9]+ decisions\n$");
            assertThat(pave.run("plan", "--from", description.toString(), "--json")
                            .json()
                            .get("files"))
                    .hasSize(3);
        }

        @Test
        void readsThePaveYamlHereUnlessToldOtherwise() {
            PaveRun run = pave.run("plan");

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err()).startsWith("pave.yaml: there is no such file");
        }
    }

    @Nested
    class CheckAndRegenerate {

        @Test
        void aFreshRepositoryIsAsGenerated() {
            generate();

            PaveRun run = pave.run("check", target.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.out()).isEqualTo(target + ": 5 files as generated\n");
        }

        @Test
        void anEditIsShownAsADifferenceAndRegeneratedAway() throws IOException {
            generate();
            Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");

            PaveRun check = pave.run("diff", target.toString());
            PaveRun names = pave.run("check", target.toString());
            PaveRun json = pave.run("check", target.toString(), "--json");
            PaveRun regenerate = pave.run("regenerate", target.toString());

            assertThat(check.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(check.out()).contains("-FROM java:17", "+FROM scratch");
            assertThat(names.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(names.out()).contains("Dockerfile").doesNotContain("+FROM");
            assertThat(json.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(json.json().get(0).get("differences").get(0).get("path").stringValue())
                    .isEqualTo("Dockerfile");
            assertThat(regenerate.exit()).isEqualTo(ExitCode.DONE);
            assertThat(regenerate.out()).isEqualTo(target + ": 5 files, 1 changed\n");
            assertThat(pave.run("check", target.toString()).exit()).isEqualTo(ExitCode.DONE);
        }

        @Test
        void eachFileIsLabelledByWhatBecameOfIt() throws IOException {
            generate();
            Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");
            Files.delete(target.resolve("bin/run"));
            Files.writeString(target.resolve("mine.txt"), "mine");
            new MemoryTemplates()
                    .with("paths/service/files/README.md.ftl", "# [=service.title]\n\nNewer.\n")
                    .with("paths/service/files/NEWS.md", "New.\n")
                    .writeTo(temporary.resolve("templates"));
            Files.delete(temporary.resolve("templates/paths/service/path.yaml"));
            Files.writeString(temporary.resolve("templates/paths/service/path.yaml"), """
                    id: service
                    title: Service
                    summary: A service
                    features: {required: [], default: [container]}
                    options: {java: {title: Java, values: [17, 21], default: 17}}
                    files: [{match: bin/run, mode: executable}]
                    """);

            PaveRun stat = pave.run("diff", target.toString(), "--stat");
            JsonNode json = pave.run("diff", target.toString(), "--json").json();
            PaveRun check = pave.run("check", target.toString());
            PaveRun exact = pave.run("check", "--exact", target.toString());
            PaveRun due = pave.run("check", "--outdated", target.toString());

            assertThat(stat.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(stat.out()).isEqualTo("""
                    edited    Dockerfile  +1 -1
                    outdated  NEWS.md  +0 -1
                    outdated  README.md  +1 -1
                    missing   bin/run  +0 -1
                    extra     mine.txt
                    outdated  pave.lock  +2 -3
                    7 files: 1 edited, 1 missing, 3 outdated, 1 extra
                    """);
            assertThat(json.get("files").get(0).get("label").stringValue()).isEqualTo("edited");
            assertThat(json.get("files").get(0).get("difference").stringValue()).contains("+FROM scratch\n");
            assertThat(json.get("outdated").booleanValue()).isTrue();
            assertThat(check.out())
                    .startsWith(target + ": 1 edited, 1 missing, 3 outdated, 1 extra\n  edited    Dockerfile\n")
                    .doesNotContain("mine.txt");
            assertThat(exact.out()).contains("  extra     mine.txt\n");
            assertThat(due.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(due.out())
                    .startsWith(target + ": an update is due: templates, personas or pave.yaml have changed since");
        }

        @Test
        void filesOfTheUsersOwnAreNoDriftAndEditsAreNoReasonToUpdate() throws IOException {
            generate();
            Files.writeString(target.resolve("mine.txt"), "mine");
            assertThat(pave.run("check", target.toString()).exit()).isEqualTo(ExitCode.DONE);
            assertThat(pave.run("check", "--exact", target.toString()).exit()).isEqualTo(ExitCode.FINDINGS);
            Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");

            PaveRun due = pave.run("check", "--outdated", target.toString());

            assertThat(due.exit()).isEqualTo(ExitCode.DONE);
            assertThat(due.out()).startsWith(target + ": up to date with Pave ");
        }

        @Test
        void manyRepositoriesAreCheckedInOneRunAndAFaultOfOneDoesNotHideTheOthers() throws IOException {
            generate();
            Path first = target;
            target = temporary.resolve("other");
            generate();
            Files.delete(target.resolve("README.md"));
            Path broken = Files.createDirectory(temporary.resolve("broken"));

            PaveRun run = pave.run("check", broken.toString(), first.toString(), target.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err()).contains(broken + ": no pave.yaml here");
            assertThat(run.out())
                    .isEqualTo(first + ": 5 files as generated\n" + target + ": 1 missing\n  missing   README.md\n");
        }

        @Test
        void whatGitCouldNotGiveBackIsNotDeleted() throws IOException {
            generate();
            Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");
            Files.writeString(target.resolve("mine.txt"), "mine");
            Files.writeString(target.resolve("tracked.txt"), "once");
            Git.in(target).run("add", "tracked.txt");
            Files.writeString(target.resolve("tracked.txt"), "now");

            PaveRun run = pave.run("regenerate", target.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err())
                    .isEqualTo(target
                            + ": would delete what is not generated and git could not give back: mine.txt, tracked.txt\n"
                            + "  commit, move or delete them first; nothing was changed\n");
            assertThat(target.resolve("mine.txt")).hasContent("mine");
            assertThat(target.resolve("tracked.txt")).hasContent("now");
            assertThat(target.resolve("Dockerfile")).hasContent("FROM scratch");
        }

        @Test
        void whatGitTracksAsItIsIsDeletedByNameInAFolderOfARepositoryAndOfAWorkTree() throws IOException {
            Path outer = Files.createDirectories(temporary.resolve("outer"));
            target = outer.resolve("inner");
            generate("--no-commit");
            Git.in(outer).run("init", "-q");
            Files.writeString(target.resolve("old.txt"), "old");
            Files.createSymbolicLink(target.resolve("old-link"), Path.of("old.txt"));
            Git.in(outer).run("add", "-A");
            Git.in(outer).run("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "all");
            Git.in(outer)
                    .run("worktree", "add", "-q", temporary.resolve("second").toString());

            for (Path folder : List.of(target, temporary.resolve("second/inner"))) {
                PaveRun run = pave.run("regenerate", folder.toString());

                assertThat(run.err()).isEmpty();
                assertThat(run.out())
                        .isEqualTo(folder + ": 5 files, 2 changed\n  deleted old-link\n  deleted old.txt\n");
                assertThat(folder.resolve("old.txt")).doesNotExist();
            }
        }

        @Test
        void outsideOfAnyRepositoryNothingIsDeleted() throws IOException {
            generate("--no-commit");
            Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");
            assertThat(pave.run("regenerate", target.toString()).exit()).isEqualTo(ExitCode.DONE);
            for (int i = 10; i < 22; i++) {
                Files.writeString(target.resolve("mine" + i), "mine");
            }

            PaveRun run = pave.run("regenerate", target.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err()).contains("mine10, ", "mine19 and 2 more").doesNotContain("mine20");
            assertThat(target.resolve("mine10")).exists();
        }

        @Test
        void aFileInTheWayOfAFolderIsNotDeletedUnlessGitHasIt() throws IOException {
            generate();
            Files.delete(target.resolve("bin/run"));
            Files.delete(target.resolve("bin"));
            Files.writeString(target.resolve("bin"), "mine");

            PaveRun refused = pave.run("regenerate", target.toString());
            Git.in(target).run("add", "-A");
            PaveRun done = pave.run("regenerate", target.toString());

            assertThat(refused.err()).contains("could not give back: bin\n");
            assertThat(done.err()).isEmpty();
            assertThat(done.out()).endsWith("  deleted bin\n");
            assertThat(target.resolve("bin/run")).isRegularFile();
        }

        @Test
        void aFolderWithoutADescriptionIsInvalidInput() {
            for (String command : List.of("check", "regenerate")) {
                PaveRun run = pave.run(command, temporary.resolve("templates").toString());

                assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
                assertThat(run.err()).contains("no pave.yaml here");
            }
        }

        @Test
        void nothingIsRegeneratedWhereOneDescriptionIsInvalid() throws IOException {
            generate();
            Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");
            Path broken = Files.createDirectories(temporary.resolve("broken"));
            Files.writeString(broken.resolve("pave.yaml"), "pave: 1\n");

            PaveRun run = pave.run("regenerate", target.toString(), broken.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(target.resolve("Dockerfile")).hasContent("FROM scratch");
        }
    }
}
