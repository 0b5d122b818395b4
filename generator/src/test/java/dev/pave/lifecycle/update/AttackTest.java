package dev.pave.lifecycle.update;

import static dev.pave.lifecycle.update.Updating.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.BlobId;
import dev.pave.git.RepositoryLock;
import dev.pave.git.WorkRepository;
import dev.pave.lock.Lock;
import dev.pave.lock.LockReader;
import dev.pave.lock.LockWriter;
import dev.pave.lock.LockedFile;
import dev.pave.lock.Sha256;
import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.testing.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that were made to do harm when they are updated, and states of git in which an update would. */
class AttackTest {

    private static final String BASE = "one\ntwo\nthree\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path place;

    private Updating start() {
        return given(place).template("a.txt", BASE).generated();
    }

    @Nested
    class AForgedLock {

        /** A lock that claims that Pave generated a file, which the templates then no longer make. */
        private Updating claiming(Updating repository, String path, String content) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            Lock lock = LockReader.read(repository.directory()).orElseThrow();
            List<LockedFile> files = new ArrayList<>(lock.files().values());
            files.add(new LockedFile(
                    new ProjectPath(path),
                    FileMode.REGULAR,
                    LockedFile.Type.TEXT,
                    Sha256.of(bytes),
                    BlobId.of(bytes),
                    "service",
                    "",
                    false));
            return repository.edit("pave.lock", LockWriter.write(lock.withFiles(files)));
        }

        @Test
        void deletesNothingBehindALink() throws IOException {
            Path outside = Files.createDirectory(place.resolve("outside"));
            Files.writeString(outside.resolve("precious"), "precious\n");
            Updating repository = start().link("d", outside.toString());

            claiming(repository, "d/precious", "precious\n").committed().update();

            assertThat(outside.resolve("precious")).hasContent("precious");
        }

        @Test
        void deletesNothingThatGitDoesNotHave() {
            Updating repository = start().edit(".gitignore", "secret\n").edit("secret", "precious\n");

            claiming(repository, "secret", "precious\n").committed().update();

            assertThat(repository.file("secret")).isEqualTo("precious\n");
        }

        @Test
        void deletesNothingInASubmodule() throws IOException {
            Updating repository = start();
            Path inner = Files.createDirectory(repository.directory().resolve("inner"));
            Git.in(inner).run("init", "-q");
            Files.writeString(inner.resolve("precious"), "precious\n");

            claiming(repository, "inner/precious", "precious\n");
            repository.git("add", "pave.lock");
            repository.git("-c", "user.name=U", "-c", "user.email=u@example.org", "commit", "-qm", "forged");
            repository.update();

            assertThat(inner.resolve("precious")).hasContent("precious");
        }

        @Test
        void ofANewerFormatChangesNothing() {
            Updating repository = start();
            repository
                    .edit("pave.lock", repository.file("pave.lock").replace("\"lock\": 1", "\"lock\": 2"))
                    .committed()
                    .template("a.txt", "newer\n");

            assertThat(repository.refusal()).contains("the lock has format 2, and this Pave reads up to 1");
            assertThat(repository.file("a.txt")).isEqualTo(BASE);
        }

        @Test
        void withPathsOutsideIsRefused() {
            Updating repository = start();
            repository
                    .edit("pave.lock", repository.file("pave.lock").replace("\"a.txt\":", "\"../../a.txt\":"))
                    .committed();

            assertThat(repository.refusal()).contains("pave.lock:", "'..' is not a name");
        }
    }

    @Nested
    class Links {

        @Test
        void inPlaceOfTheLockAreNotFollowed() throws IOException {
            Updating repository = start();
            Path copy = Files.copy(repository.directory().resolve("pave.lock"), place.resolve("copy"));
            repository
                    .delete("pave.lock")
                    .link("pave.lock", copy.toString())
                    .committed()
                    .template("a.txt", "newer\n");

            assertThat(repository.refusal()).contains("pave.lock: is not a file");
        }

        @Test
        void inPlaceOfTheFolderOfBasesAreNotWrittenThrough() throws IOException {
            Path outside = Files.createDirectory(place.resolve("outside"));
            Updating repository = start().edit("a.txt", BASE + "mine\n")
                    .link(".pave", outside.toString())
                    .committed()
                    .template("a.txt", "ONE\ntwo\nthree\n");

            repository.update();

            assertThat(outside).isEmptyDirectory();
            assertThat(repository.file("a.txt")).isEqualTo("ONE\ntwo\nthree\nmine\n");
        }
    }

    @Nested
    class TheUsersGit {

        @Test
        void filtersAreNotRun() {
            Updating repository =
                    start().edit(".gitattributes", "* filter=evil\n").committed();
            repository.git("config", "filter.evil.clean", "touch ran-clean; cat");
            repository.git("config", "filter.evil.smudge", "touch ran-smudge; cat");

            repository.template("a.txt", "newer\n").update();

            assertThat(repository.has("ran-clean")).isFalse();
            assertThat(repository.has("ran-smudge")).isFalse();
            assertThat(repository.file("a.txt")).isEqualTo("newer\n");
        }

        @Test
        void aFileThatAFilterHasWrittenCountsAsCleanAndIsNotMerged() throws IOException {
            Updating repository = start();
            repository.git("config", "filter.up.clean", "tr A-Z a-z");
            repository.edit(".gitattributes", "a.txt filter=up\n").edit("a.txt", "ONE\nTWO\nMINE\n");
            Files.setLastModifiedTime(
                    repository.directory().resolve("a.txt"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
            repository.committed();

            repository.template("a.txt", "newer\n").updateWithConflicts();

            assertThat(repository.told()).hasSize(1).first().asString().contains("a filter of .gitattributes");
            assertThat(repository.file("a.txt")).isEqualTo("ONE\nTWO\nMINE\n");
        }

        @Test
        void anUncleanTreeIsRefusedAndNamed() {
            Updating repository = start().edit("a.txt", "mine\n").template("a.txt", "newer\n");

            assertThat(repository.refusal())
                    .contains("not everything is committed: a.txt", "commit or stash it first; nothing was changed");
            assertThat(repository.file("a.txt")).isEqualTo("mine\n");
        }

        @Test
        void whatIsStagedIsUncleanToo() {
            Updating repository = start().edit("b.txt", "mine\n");
            repository.git("add", "b.txt");

            assertThat(repository.refusal()).contains("not everything is committed: b.txt");
        }

        @Test
        void anUnfinishedMergeIsRefused() throws IOException {
            Updating repository = start();
            Files.writeString(repository.directory().resolve(".git/MERGE_HEAD"), repository.git("rev-parse", "HEAD"));

            assertThat(repository.refusal()).contains("git is in the middle of something here");
        }

        @Test
        void aDirectoryWithoutGitIsRefused() throws IOException {
            Path bare = Files.createDirectory(place.resolve("bare"));

            assertThat(start().in(bare).refusal()).contains("there is no git repository here");
        }

        @Test
        void aSplitIndexIsRefused() {
            Updating repository = start().template("a.txt", "newer\n");
            repository.git("update-index", "--split-index");

            assertThat(repository.refusal()).contains("index cannot be read", "git update-index --no-split-index");
            assertThat(repository.file("a.txt")).isEqualTo(BASE);
        }

        @Test
        void objectsNamedBySha256AreRefused() throws IOException {
            Updating repository = start();
            Path other = Files.createDirectory(place.resolve("sha256"));
            Git.in(other).run("init", "-q", "--object-format=sha256");

            assertThat(repository.in(other).refusal()).contains("sha256, which Pave cannot read");
        }

        @Test
        void aSparseCheckoutIsRefused() {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .template("d/b.txt", "b\n")
                    .generated();
            repository.git("sparse-checkout", "set", "--no-cone", "/*", "!d");

            assertThat(repository.template("a.txt", "newer\n").refusal())
                    .contains("a sparse checkout leaves out tracked files, as d/b.txt");
        }

        @Test
        void aSecondPaveIsRefused() throws IOException {
            Updating repository = start().template("a.txt", "newer\n");
            Updating other = given(place).in(repository.directory());
            try (WorkRepository opened =
                            WorkRepository.open(repository.directory(), dev.pave.git.GitEnvironment.ofProcess());
                    RepositoryLock lock = RepositoryLock.take(opened)) {
                assertThat(lock).isNotNull();
                assertThat(other.refusal())
                        .contains("another Pave is at work here, process "
                                + ProcessHandle.current().pid());
            }
            assertThat(repository.update().file("a.txt")).isEqualTo("newer\n");
        }
    }

    @Nested
    class NamesOfUsers {

        @Test
        void thatSteerTerminalsAreShownHarmless() {
            String name = "x\u001b[2J\nchore: forged";
            Updating repository = start().move("a.txt", name).committed().template("a.txt", "ONE\ntwo\nthree\n");

            repository.update();

            assertThat(repository.told()).hasSize(1).first().asString().doesNotContain("\u001b", "\n");
            assertThat(repository.git("log", "-1", "--format=%B")).doesNotContain("\nchore: forged", "\u001b");
        }
    }
}
