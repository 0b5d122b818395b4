package dev.pave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.RemoteRepository;
import dev.pave.testing.Generation;
import dev.pave.testing.Git;
import dev.pave.testing.MemoryTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with templates of a Git repository, of a directory, and on top of the bundled ones. */
class TemplateSourceTest {

    @TempDir
    private Path temporary;

    private PaveRun.Setting pave;
    private RemoteRepository remote;
    private Path service;

    @BeforeEach
    void serve() {
        pave = PaveRun.in(temporary.resolve("home"));
        service = temporary.resolve("student-records");
        remote = RemoteRepository.in(temporary.resolve("remote.git"));
        MemoryTemplates templates = new MemoryTemplates().with("paths/service/files/a.txt", "version one\n");
        for (String path : templates.paths()) {
            remote.file(path, new String(templates.bytes(path).orElseThrow(), StandardCharsets.UTF_8));
        }
        remote.commit();
        remote.tag("v1.0.0");
    }

    private Path description(String templates) throws IOException {
        return Files.writeString(temporary.resolve("pave.yaml"), Generation.MINIMAL + templates);
    }

    private PaveRun generate(String templates) throws IOException {
        return pave.run(
                "new", service.toString(), "--from", description(templates).toString());
    }

    private String text(String path) throws IOException {
        return Files.readString(service.resolve(path));
    }

    private void newVersion() {
        remote.file("paths/service/files/a.txt", "version two\n").commit();
        remote.tag("v1.1.0");
    }

    @Test
    void aDescriptionNamesTheRepositoryAndTheLockItsCommit() throws IOException {
        PaveRun run = generate("templates: " + remote.url() + "\n");

        assertThat(run.err()).isEmpty();
        assertThat(text("a.txt")).isEqualTo("version one\n");
        assertThat(text("pave.lock"))
                .contains("\"source\": \"git\", \"url\": \"" + remote.url() + "\", \"ref\": \"refs/tags/v1.0.0\"")
                .containsPattern("\"commit\": \"[0-9a-f]{40}\"");
    }

    @Test
    void anAddressOnTheCommandLineIsKeptInTheDescription() throws IOException {
        PaveRun run = pave.run(
                "new",
                service.toString(),
                "--from",
                description("").toString(),
                "--templates",
                remote.url() + "#v1.0.0");

        assertThat(run.err()).isEmpty();
        assertThat(text("pave.yaml")).contains("templates: ").contains(remote.url() + "#v1.0.0");
        newVersion();
        assertThat(pave.run("check", service.toString()).exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theLockedVersionIsUsedUntilSomebodyAsksForANewerOne() throws IOException {
        generate("templates: " + remote.url() + "\n");
        newVersion();

        assertThat(pave.run("check", service.toString()).exit()).isEqualTo(ExitCode.DONE);
        assertThat(pave.run("regenerate", service.toString()).out()).contains("0 changed");
        assertThat(pave.run("check", "--outdated", service.toString()).exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(pave.run("check", "--outdated", service.toString()).out()).contains("an update is due");
    }

    @Test
    void aTagThatMovedIsReported() throws IOException {
        generate("templates: " + remote.url() + "\n");
        remote.file("paths/service/files/a.txt", "other\n").commit();
        remote.tag("v1.0.0");

        PaveRun run = pave.run("check", "--outdated", service.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("pave.yaml:", "the tag v1.0.0 of", "and is now");
        assertThat(pave.run("check", service.toString()).exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void anUpdateTakesTheNewestVersionAndKeepsEdits() throws IOException {
        remote.file("paths/service/files/b.txt", "1\n2\n3\n4\n5\n").commit();
        remote.tag("v1.0.1");
        generate("templates: " + remote.url() + "\n");
        Files.writeString(service.resolve("b.txt"), "mine\n2\n3\n4\n5\n");
        Git.in(service).run("-c", "user.name=U", "-c", "user.email=u@example.org", "commit", "-qam", "mine");
        remote.file("paths/service/files/b.txt", "1\n2\n3\n4\ntheirs\n");
        newVersion();

        PaveRun run = pave.run("update", service.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(text("a.txt")).isEqualTo("version two\n");
        assertThat(text("b.txt")).isEqualTo("mine\n2\n3\n4\ntheirs\n");
        assertThat(text("pave.lock")).contains("\"ref\": \"refs/tags/v1.1.0\"");
    }

    @Test
    void anUpdateDoesNotFollowATagThatMoved() throws IOException {
        generate("templates: " + remote.url() + "\n");
        remote.file("paths/service/files/a.txt", "other\n").commit();
        remote.tag("v1.0.0");

        PaveRun run = pave.run("update", service.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("the tag v1.0.0 of");
        assertThat(text("a.txt")).isEqualTo("version one\n");
    }

    @Test
    void theBaseOfAMergeIsRenderedFromTheRecordedVersionWhereGitHasItNoMore() throws IOException {
        remote.file("paths/service/files/b.txt", "1\n2\n3\n4\n5\n").commit();
        remote.tag("v1.0.1");
        pave.run(
                "new",
                service.toString(),
                "--no-commit",
                "--from",
                description("templates: " + remote.url() + "\n").toString());
        Files.writeString(service.resolve("b.txt"), "mine\n2\n3\n4\n5\n");
        Git repository = Git.in(service);
        repository.run("init", "-q");
        repository.run("add", "-A");
        repository.run("-c", "user.name=U", "-c", "user.email=u@example.org", "commit", "-qm", "squashed");
        remote.file("paths/service/files/b.txt", "1\n2\n3\n4\ntheirs\n");
        newVersion();

        PaveRun run = pave.run("update", service.toString());

        assertThat(run.err()).isEmpty();
        assertThat(text("b.txt")).isEqualTo("mine\n2\n3\n4\ntheirs\n");
    }

    @Test
    void aFolderAndAPrefixChooseOneOfSeveralRoots() throws IOException {
        MemoryTemplates web = new MemoryTemplates().with("paths/service/files/a.txt", "web\n");
        for (String path : web.paths()) {
            remote.file("web/" + path, new String(web.bytes(path).orElseThrow(), StandardCharsets.UTF_8));
        }
        remote.commit();
        remote.tag("web-v0.1.0");

        PaveRun run = generate("templates: {source: '" + remote.url() + "', tag-prefix: web-, folder: web}\n");

        assertThat(run.err()).isEmpty();
        assertThat(text("a.txt")).isEqualTo("web\n");
        assertThat(text("pave.lock")).contains("\"ref\": \"refs/tags/web-v0.1.0\"", "\"folder\": \"web\"");
        assertThat(pave.run("check", service.toString()).exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aDirectoryIsRelativeToTheDescription() throws IOException {
        new MemoryTemplates()
                .with("paths/service/files/a.txt", "from a directory\n")
                .writeTo(temporary.resolve("ours"));

        assertThat(generate("templates: ../ours\n").err()).isEmpty();
        assertThat(text("a.txt")).isEqualTo("from a directory\n");
        assertThat(text("pave.lock")).contains("{\"source\": \"directory\", \"digest\"");
        assertThat(pave.run("check", service.toString()).exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void secretsReachNeitherTheScreenNorAFile() throws IOException {
        for (String address : new String[] {
            "https://user:s3cret@git.example/a.git",
            "https://s3cret@git.example/a.git",
            "https://git.example/a?token=s3cret",
            "ssh://git:s3cret@git.example/a.git"
        }) {
            PaveRun run = generate("templates: '" + address + "'\n");
            PaveRun given = pave.run("plan", "--json", "--from", description("").toString(), "--templates", address);

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(given.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.out() + run.err() + given.out() + given.err()).doesNotContain("s3cret");
            assertThat(service).doesNotExist();
        }
        assertThat(temporary.resolve("home")).doesNotExist();
    }

    @Test
    void anOptionInThePlaceOfAnAddressOrARefIsRefused() throws IOException {
        assertThat(generate("templates: '--upload-pack=touch x'\n").err())
                .contains("pave.yaml:", "looks like an option");
        assertThat(generate("templates: {source: '" + remote.url() + "', ref: '--x'}\n")
                        .err())
                .contains("looks like an option");
        assertThat(generate("templates: 'ext::sh'\n").err()).contains("remote helper");
        assertThat(generate("templates: {source: ours, ref: x}\n").err()).contains("is a directory, which has no tags");
        assertThat(generate("templates: {source: '" + remote.url() + "', ref: x, tag-prefix: y}\n")
                        .err())
                .contains("no newest version is looked for");
    }

    @Test
    void aLockThatNamesAnotherCommitThanTheTagIsNotFollowed() throws IOException {
        generate("templates: " + remote.url() + "\n");
        String forged = text("pave.lock")
                .replaceFirst("\"commit\": \"[0-9a-f]{40}\"", "\"commit\": \"" + "0123456789".repeat(4) + "\"");
        Files.writeString(service.resolve("pave.lock"), forged);

        assertThat(pave.run("check", service.toString()).err()).contains("the tag v1.0.0 of", "was 0123456789");
    }

    @Test
    void aLockWithAnAddressThatPaveDoesNotFetchFromIsRefused() throws IOException {
        generate("templates: " + remote.url() + "\n");
        Files.writeString(service.resolve("pave.lock"), text("pave.lock").replace(remote.url(), "ext::sh"));

        assertThat(pave.run("check", service.toString()).err()).contains("pave.lock:", "remote helper");
    }

    @Test
    void aTeamsFeatureComesOnTopOfTheBundledOnes() throws IOException {
        Path ours = temporary.resolve("ours");
        write(ours.resolve("templates.yaml"), "extends: bundled\n");
        write(ours.resolve("features/house/feature.yaml"), "id: house\ntitle: House\nsummary: House rules\n");
        write(ours.resolve("features/house/files/HOUSE.md"), "Be kind.\n");
        write(
                ours.resolve("catalogue/practices.yaml"),
                "- {id: house-rules, title: House rules, area: docs, recognise: [house rules]}\n");
        Path description = Files.writeString(
                temporary.resolve("pave.yaml"),
                Generation.MINIMAL.replace("path: service", "path: java-service")
                        + "templates: ../ours\nfeatures: {add: [house]}\n");

        PaveRun run = pave.run("new", service.toString(), "--from", description.toString());

        assertThat(run.err()).isEmpty();
        assertThat(text("HOUSE.md")).isEqualTo("Be kind.\n");
        assertThat(text("Dockerfile")).contains("FROM");
        assertThat(pave.run("check", service.toString()).exit()).isEqualTo(ExitCode.DONE);
        assertThat(pave.run("list", "practices", "--templates", ours.toString()).out())
                .contains("house-rules", "multi-stage-build");
    }

    @Test
    void aTeamThatHidesABundledFileMustSaySo() throws IOException {
        Path ours = temporary.resolve("ours");
        write(ours.resolve("templates.yaml"), "extends: bundled\n");
        write(ours.resolve("types.yaml"), "{}\n");

        assertThat(pave.run("list", "features", "--templates", ours.toString()).err())
                .contains("two sources for one path");

        write(ours.resolve("templates.yaml"), "extends: bundled\n");
        Files.delete(ours.resolve("types.yaml"));
        write(
                ours.resolve("catalogue/practices.yaml"),
                "- {id: multi-stage-build, title: Again, area: x, recognise: [x]}\n");
        assertThat(pave.run("list", "features", "--templates", ours.toString()).err())
                .contains(ours + "/catalogue/practices.yaml", "multi-stage-build");
    }

    @Test
    void aRepositoryThatWasNeverGeneratedIsVerifiedByTheBundledRules() throws IOException {
        Path any = Files.createDirectories(temporary.resolve("any"));
        Files.writeString(any.resolve("README.md"), "# Any\n");

        assertThat(pave.run("verify", any.toString()).err()).doesNotContain("no pave.yaml here");
    }

    @Test
    void nothingIsWrittenBesideTheCache() throws IOException {
        generate("templates: " + remote.url() + "\n");

        try (Stream<Path> home = Files.list(temporary.resolve("home"))) {
            assertThat(home).containsExactly(temporary.resolve("home/.cache"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
