package dev.pave.lifecycle.update;

import static dev.pave.lifecycle.update.Updating.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The behaviours that an update promises, by the numbers that the project gives them. */
class BehaviourTest {

    private static final String BASE = "one\ntwo\nthree\nfour\nfive\n";
    private static final String CHANGED = "ONE\ntwo\nthree\nfour\nfive\n";
    private static final String EDITED = "one\ntwo\nthree\nfour\nmine\n";
    private static final String BOTH = "ONE\ntwo\nthree\nfour\nmine\n";
    private static final String TOUCHING = "one\ntwo\nthree\nfour\nFIVE\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path place;

    private Updating start() {
        return given(place).template("a.txt", BASE).template("z.txt", "z\n").generated();
    }

    private Updating edited() {
        return start().edit("a.txt", EDITED).committed();
    }

    @Nested
    class Behaviour01KeepsUserEdits {

        @Test
        void inTheSameFileAndInOthers() {
            Updating repository = edited().edit("mine.txt", "mine\n")
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(repository.file("mine.txt")).isEqualTo("mine\n");
        }
    }

    @Nested
    class Behaviour02Hooks {

        private Updating withHook(String name, String script) throws IOException {
            Updating repository = start();
            Path hook = repository.directory().resolve(".git/hooks/" + name);
            Files.createDirectories(hook.getParent());
            Files.writeString(hook, "#!/bin/sh\n" + script);
            assertThat(hook.toFile().setExecutable(true)).isTrue();
            return repository.template("a.txt", CHANGED);
        }

        @Test
        void hooksOfTheCommitRun() throws IOException {
            Updating repository = withHook("commit-msg", "printf '\\nChecked-by: hook\\n' >> \"$1\"\n")
                    .update();

            assertThat(repository.git("log", "-1", "--format=%B")).contains("chore: ", "Checked-by: hook");
        }

        @Test
        void aHookThatRefusesLeavesTheUpdateStagedAndCanBeAnswered() throws IOException {
            Updating repository = withHook("pre-commit", "echo not today; exit 1\n");

            assertThat(repository.refusal())
                    .contains("the hook pre-commit refuses the commit", "not today", "pave update --continue");
            assertThat(repository.status()).contains("M  a.txt");
            Files.delete(repository.directory().resolve(".git/hooks/pre-commit"));
            repository.resume();
            assertThat(repository.status()).isEmpty();
            assertThat(repository.file("a.txt")).isEqualTo(CHANGED);
        }

        @Test
        void hooksOfACheckoutDoNotRun() throws IOException {
            Updating repository = withHook("post-checkout", "touch ran\n");
            Files.copy(
                    repository.directory().resolve(".git/hooks/post-checkout"),
                    repository.directory().resolve(".git/hooks/post-merge"));

            repository.update();

            assertThat(repository.has("ran")).isFalse();
        }
    }

    @Nested
    class Behaviour03ASkipPatternHolds {

        private Updating stub() {
            return given(place)
                    .template("src/Stub.txt", "stub\n")
                    .template("src/Other.txt", "other\n")
                    .rule("{match: 'src/St*', once: true}")
                    .generated();
        }

        @Test
        void aFirstStubIsTheUsersFromThenOn() {
            Updating repository = stub().template("src/Stub.txt", "newer\n").update();

            assertThat(repository.file("src/Stub.txt")).isEqualTo("stub\n");
        }

        @Test
        void itIsNeitherBroughtBackNorDeleted() {
            Updating deleted = stub().delete("src/Stub.txt")
                    .committed()
                    .template("src/Stub.txt", "newer\n")
                    .update();

            assertThat(deleted.has("src/Stub.txt")).isFalse();
        }

        @Test
        void itStaysWhereTheTemplateDropsIt() {
            Updating repository = stub().withoutRules().without("src/Stub.txt").update();

            assertThat(repository.file("src/Stub.txt")).isEqualTo("stub\n");
        }

        @Test
        void aNewStubDoesNotTakeThePlaceOfAFile() {
            Updating repository = start().edit("s.txt", "mine\n")
                    .committed()
                    .template("s.txt", "stub\n")
                    .rule("{match: s.txt, once: true}")
                    .update();

            assertThat(repository.file("s.txt")).isEqualTo("mine\n");
        }
    }

    @Nested
    class Behaviour04ADeletedPathStaysDeleted {

        @Test
        void andIsNoPattern() {
            Updating repository = given(place)
                    .template("[id].txt", "id\n")
                    .template("i.txt", "i\n")
                    .template("d.txt", "d\n")
                    .generated()
                    .delete("[id].txt")
                    .committed()
                    .template("[id].txt", "newer\n")
                    .template("i.txt", "newer\n")
                    .template("d.txt", "newer\n")
                    .update();

            assertThat(repository.has("[id].txt")).isFalse();
            assertThat(repository.file("i.txt")).isEqualTo("newer\n");
            assertThat(repository.file("d.txt")).isEqualTo("newer\n");
        }

        @Test
        void forEveryUpdateThatFollows() {
            Updating repository = start().delete("a.txt").committed();
            for (int i = 0; i < 3; i++) {
                repository.template("a.txt", "version " + i + "\n").update();
            }

            assertThat(repository.has("a.txt")).isFalse();
        }

        @Test
        void untilTheUserAsksForIt() {
            Updating repository = start().delete("a.txt")
                    .committed()
                    .template("a.txt", CHANGED)
                    .template("z.txt", "newer\n")
                    .restore("a.txt")
                    .update();

            assertThat(repository.told()).containsExactly("restore a.txt");
            assertThat(repository.file("a.txt")).isEqualTo(CHANGED);
            assertThat(repository.file("z.txt")).isEqualTo("z\n");
        }
    }

    @Nested
    class Behaviour05TheLockIsRewritten {

        @Test
        void evenWhenNothingElseChanges() {
            Updating repository = start().version("1.1.0").update();

            assertThat(repository.told()).isEmpty();
            assertThat(repository.file("pave.lock")).contains("\"pave\": \"1.1.0\"");
            assertThat(repository.git("show", "--name-only", "--format=%s"))
                    .isEqualTo("chore: update to Pave 1.1.0\n\npave.lock\n");
        }
    }

    @Nested
    class Behaviour06WhatTheTemplateDroppedIsRemoved {

        @Test
        void withTheFoldersThatAreEmptyThen() {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .template("deep/er/b.txt", "b\n")
                    .generated();

            repository.without("deep/er/b.txt").update();

            assertThat(repository.has("deep")).isFalse();
            assertThat(repository.status()).isEmpty();
        }
    }

    @Nested
    class Behaviour07ChangedAnswersAndChangedTemplates {

        @Test
        void inOneUpdate() {
            Updating repository = given(place)
                    .template("README.md.ftl", "# [=service.title]\n\n[=service.description]\n\nold\n")
                    .generated();
            repository
                    .edit("pave.yaml", repository.file("pave.yaml").replace("who takes what", "grades"))
                    .template("README.md.ftl", "# [=service.title]\n\n[=service.description]\n\nnew\n")
                    .update();

            assertThat(repository.file("README.md")).endsWith("\n\nStudents, courses and grades\n\nnew\n");
            assertThat(repository.status())
                    .as("the description is committed with it")
                    .isEmpty();
        }
    }

    @Nested
    class Behaviour08ARepositoryInASubfolder {

        @Test
        void isUpdatedByItself() {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .generatedInFolder("services/one")
                    .edit("a.txt", EDITED)
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
            assertThat(repository.git("show", "--name-only", "--format="))
                    .contains("services/one/a.txt")
                    .doesNotContain("other.txt");
        }

        @Test
        void whatIsUncommittedElsewhereStaysSo() throws IOException {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .generatedInFolder("services/one")
                    .template("a.txt", CHANGED);
            Files.writeString(place.resolve("mono/other.txt"), "edited\n");

            repository.update();

            assertThat(repository.status()).isEqualTo(" M other.txt\n");
        }

        @Test
        void conflictsAreInTheIndexUnderTheirWholePath() {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .generatedInFolder("services/one")
                    .edit("a.txt", EDITED)
                    .committed()
                    .template("a.txt", TOUCHING)
                    .updateWithConflicts();

            assertThat(repository.status()).contains("UU services/one/a.txt");
        }
    }

    @Nested
    class Behaviour09ConflictsAreUnmergedInTheIndex {

        @Test
        void withTheThreeSides() {
            Updating repository = edited().template("a.txt", TOUCHING).updateWithConflicts();

            assertThat(repository.status()).contains("UU a.txt");
            assertThat(repository.staged(1, "a.txt")).isEqualTo(BASE);
            assertThat(repository.staged(2, "a.txt")).isEqualTo(EDITED);
            assertThat(repository.staged(3, "a.txt")).isEqualTo(TOUCHING);
            assertThat(repository.done().commit()).isEmpty();
        }

        @Test
        void andAreCommittedWhenTheyAreSolved() {
            Updating repository = edited().template("a.txt", TOUCHING).updateWithConflicts();
            assertThat(repository.refusal()).contains("an update is not over here");
            assertThat(catchResume(repository)).contains("not solved yet: a.txt");
            repository.edit("a.txt", "solved\n").git("add", "a.txt");

            repository.resume();

            assertThat(repository.status()).isEmpty();
            assertThat(repository.git("log", "-1", "--format=%s")).isEqualTo("chore: update what is generated\n");
            assertThat(repository.update().told()).isEmpty();
        }

        @Test
        void aCommitByGitItselfEndsTheUpdateToo() {
            Updating repository = edited().template("a.txt", TOUCHING).updateWithConflicts();
            repository.edit("a.txt", "solved\n").committed();

            assertThat(repository.template("z.txt", "newer\n").update().told()).containsExactly("update z.txt");
        }

        @Test
        void theNextUpdateStartsFromWhatWasMerged() {
            Updating repository = edited().template("a.txt", TOUCHING).updateWithConflicts();
            repository.edit("a.txt", EDITED).committed();

            repository.template("a.txt", "ONE\ntwo\nthree\nfour\nFIVE\n").update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
        }

        private static String catchResume(Updating repository) {
            return org.assertj.core.api.Assertions.catchThrowable(repository::resume)
                    .getMessage();
        }
    }

    @Nested
    class Behaviour10ACleanMergeIsNotMarked {

        @Test
        void asAConflict() {
            Updating repository =
                    edited().template("a.txt", CHANGED).withoutCommit().update();

            assertThat(repository.stages("a.txt")).containsExactly("0");
            assertThat(repository.status()).contains("M  a.txt").doesNotContain("U");
            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
        }
    }

    @Nested
    class Behaviour11BothSidesAddOneFile {

        @Test
        void differently() {
            Updating repository = start().edit("n.txt", "mine\n")
                    .committed()
                    .template("n.txt", "theirs\n")
                    .updateWithConflicts();

            assertThat(repository.status()).contains("AA n.txt");
            assertThat(repository.file("n.txt")).contains("mine\n", "theirs\n");
        }
    }

    @Nested
    class Behaviour12OtherGitDirectories {

        @Test
        void aSeparateGitDirectory() {
            Updating repository = edited().template("a.txt", CHANGED);
            repository.git(
                    "init",
                    "-q",
                    "--separate-git-dir",
                    place.resolve("elsewhere.git").toString());

            repository.update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void aLinkedWorkTree() throws IOException {
            Updating repository = edited().template("a.txt", CHANGED);
            Path main = repository.directory();
            repository.git("worktree", "add", "-q", place.resolve("linked").toString());
            String head = repository.git("rev-parse", "HEAD");

            repository.in(place.resolve("linked")).update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
            assertThat(Git.in(main).run("rev-parse", "HEAD")).isEqualTo(head);
            assertThat(Files.readString(main.resolve("a.txt"))).isEqualTo(EDITED);
        }

        @Test
        void aSubmodule() throws IOException {
            Updating repository = edited().template("a.txt", CHANGED);
            Path outer = Files.createDirectory(place.resolve("outer"));
            Git.in(outer).run("init", "-q");
            Git.in(outer)
                    .run(
                            "-c",
                            "protocol.file.allow=always",
                            "submodule",
                            "add",
                            "-q",
                            repository.directory().toString(),
                            "inner");

            repository.in(outer.resolve("inner")).update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
        }
    }

    @Nested
    class Behaviour13NonAsciiNamesAndContent {

        @Test
        void areMergedAsTheyAre() {
            Updating repository = given(place)
                    .template("문서/café.txt", "하나\n둘\n셋\n넷\n")
                    .generated()
                    .edit("문서/café.txt", "하나\n둘\n셋\n나의\n")
                    .committed()
                    .template("문서/café.txt", "새\n둘\n셋\n넷\n")
                    .update();

            assertThat(repository.file("문서/café.txt")).isEqualTo("새\n둘\n셋\n나의\n");
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void bytesThatAreNoUtf8AreKept() {
            byte[] base = {'a', '\n', 'b', '\n', 'c', '\n', (byte) 0xE9, '\n'};
            byte[] mine = {'a', '\n', 'b', '\n', 'c', '\n', (byte) 0xE8, '\n'};
            byte[] theirs = {'A', '\n', 'b', '\n', 'c', '\n', (byte) 0xE9, '\n'};
            Updating repository = given(place)
                    .template("latin.bin", base)
                    .generated()
                    .edit("latin.bin", mine)
                    .committed()
                    .template("latin.bin", theirs)
                    .update();

            assertThat(repository.bytes("latin.bin"))
                    .isEqualTo(new byte[] {'A', '\n', 'b', '\n', 'c', '\n', (byte) 0xE8, '\n'});
        }
    }

    @Nested
    class Behaviour14TheExecutableBit {

        private static final String EXECUTABLE = "{match: a.txt, mode: executable}";

        @Test
        void isAdded() {
            Updating repository = start().rule(EXECUTABLE).update();

            assertThat(Files.isExecutable(repository.directory().resolve("a.txt")))
                    .isTrue();
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void isRemoved() {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .rule(EXECUTABLE)
                    .generated()
                    .withoutRules()
                    .update();

            assertThat(Files.isExecutable(repository.directory().resolve("a.txt")))
                    .isFalse();
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void thatTheUserSetStaysWithANewText() {
            Updating repository = start().mode("a.txt", "rwxr-xr-x")
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(Files.isExecutable(repository.directory().resolve("a.txt")))
                    .isTrue();
            assertThat(repository.file("a.txt")).isEqualTo(CHANGED);
        }

        @Test
        void isMergedTogetherWithAConflict() {
            Updating repository =
                    edited().template("a.txt", TOUCHING).rule(EXECUTABLE).updateWithConflicts();

            assertThat(Files.isExecutable(repository.directory().resolve("a.txt")))
                    .isTrue();
            assertThat(repository.git("ls-files", "-s", "a.txt")).contains("100755", "100644");
        }
    }

    @Nested
    class Behaviour15FileBecomesSymlink {

        @Test
        void theUsersLinkIsKeptAndNotFollowed() throws IOException {
            Path secret = Files.writeString(place.resolve("secret"), "secret\n");
            Updating repository = start().delete("a.txt")
                    .link("a.txt", secret.toString())
                    .committed()
                    .template("z.txt", "newer\n")
                    .update();
            assertThat(Files.isSymbolicLink(repository.directory().resolve("a.txt")))
                    .isTrue();

            repository.template("a.txt", CHANGED).updateWithConflicts();

            assertThat(secret).hasContent("secret");
            assertThat(Files.isSymbolicLink(repository.directory().resolve("a.txt")))
                    .isTrue();
            assertThat(repository.stages("a.txt")).containsExactly("1", "2", "3");
        }

        @Test
        void andBack() {
            Updating repository = start().delete("a.txt")
                    .link("a.txt", "z.txt")
                    .committed()
                    .template("z.txt", "newer\n")
                    .update();

            repository
                    .delete("a.txt")
                    .edit("a.txt", EDITED)
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
        }
    }

    @Nested
    class Behaviour16FileBecomesDirectory {

        @Test
        void inTheTemplateAndBack() {
            Updating repository =
                    start().without("a.txt").template("a.txt/b.txt", "b\n").update();
            assertThat(repository.file("a.txt/b.txt")).isEqualTo("b\n");
            assertThat(repository.status()).isEmpty();

            repository.without("a.txt/b.txt").template("a.txt", BASE).update();

            assertThat(repository.file("a.txt")).isEqualTo(BASE);
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void theUsersFolderIsNotTouched() {
            Updating repository = start().delete("a.txt")
                    .edit("a.txt/mine.txt", "mine\n")
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.file("a.txt/mine.txt")).isEqualTo("mine\n");
        }

        @Test
        void aFolderWithAFileOfTheUserStaysWhereAFileIsGenerated() {
            Updating repository = given(place)
                    .template("d/b.txt", "b\n")
                    .generated()
                    .edit("d/mine.txt", "mine\n")
                    .committed()
                    .without("d/b.txt")
                    .template("d", "a file\n")
                    .updateWithConflicts();

            assertThat(repository.file("d/mine.txt")).isEqualTo("mine\n");
            assertThat(repository.done().conflicts()).containsExactly("d");
        }
    }

    @Nested
    class Behaviour17ARecursiveSymlink {

        @Test
        void isNotFollowed() {
            Updating repository = start().link("loop", ".")
                    .link("self", "self")
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.file("a.txt")).isEqualTo(CHANGED);
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void aLinkInThePlaceOfAFolderIsNotWrittenThrough() throws IOException {
            Path outside = Files.createDirectory(place.resolve("outside"));
            Updating repository =
                    start().link("d", outside.toString()).committed().template("d/b.txt", "b\n");

            repository.updateWithConflicts();

            assertThat(outside).isEmptyDirectory();
            assertThat(repository.done().conflicts()).containsExactly("d/b.txt");
        }
    }

    @Nested
    class Behaviour18ADryRun {

        @Test
        void writesNothing() throws IOException {
            Updating repository = edited().template("a.txt", TOUCHING).template("n.txt", "new\n");
            Map<String, String> before = snapshot(repository.directory());

            repository.preview();

            assertThat(snapshot(repository.directory())).isEqualTo(before);
        }
    }

    @Nested
    class Behaviour19AnInterruptedUpdate {

        /** As a kill leaves it: the journal is there, one of the changes is not made, and the index is the old one. */
        private Updating interrupted(String unmade) throws IOException {
            Updating repository = edited().edit("y.txt", "y\n").committed();
            Path git = repository.directory().resolve(".git");
            byte[] index = Files.readAllBytes(git.resolve("index"));
            repository
                    .template("a.txt", CHANGED)
                    .template("z.txt", "newer\n")
                    .template("n.txt", "new\n")
                    .withoutCommit()
                    .update();
            Files.delete(git.resolve("pave/update-applied"));
            Files.write(git.resolve("index"), index);
            if (unmade.equals("n.txt")) {
                repository.delete("n.txt");
            } else {
                repository.edit(unmade, repository.git("show", "HEAD:" + unmade));
            }
            return repository;
        }

        @Test
        void isCompletedByTheNext() throws IOException {
            for (String unmade : List.of("a.txt", "z.txt", "n.txt")) {
                place = Files.createDirectory(place.resolve("next"));
                Updating repository = interrupted(unmade).update();

                assertThat(repository.file("a.txt")).isEqualTo(BOTH);
                assertThat(repository.file("z.txt")).isEqualTo("newer\n");
                assertThat(repository.file("n.txt")).isEqualTo("new\n");
                assertThat(repository.status().lines().filter(line -> !line.contains("pave")))
                        .containsExactly("M  a.txt", "A  n.txt", "M  z.txt");
            }
        }

        @Test
        void isTakenBack() throws IOException {
            Updating repository = interrupted("z.txt").abort();

            assertThat(repository.file("a.txt")).isEqualTo(EDITED);
            assertThat(repository.file("z.txt")).isEqualTo("z\n");
            assertThat(repository.has("n.txt")).isFalse();
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void doesNotOverwriteWhatSomebodyWroteSince() throws IOException {
            Updating repository = interrupted("z.txt").edit("z.txt", "written since\n");

            assertThat(repository.refusal()).contains("changed while the update was not over: z.txt");
            assertThat(repository.file("z.txt")).isEqualTo("written since\n");
        }

        @Test
        void aLockOfGitThatADeadRunLeftIsRemoved() throws IOException {
            Updating repository = interrupted("a.txt");
            Path git = repository.directory().resolve(".git");
            Files.writeString(git.resolve("index.lock"), "");
            Files.writeString(git.resolve("pave/update-indexing"), "");

            repository.update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(git.resolve("index.lock")).doesNotExist();
        }

        @Test
        void aLockOfALivingGitIsRespectedAndAllStaysAsItWas() throws IOException {
            Updating repository = edited().template("a.txt", CHANGED);
            Path lock = Files.writeString(repository.directory().resolve(".git/index.lock"), "");

            assertThat(repository.refusal()).contains("the update failed", "nothing is lost");

            assertThat(lock).exists();
            Files.delete(lock);
            assertThat(repository.status()).isEmpty();
            assertThat(repository.update().file("a.txt")).isEqualTo(BOTH);
        }

        @Test
        void theConflictsOfAnUpdateAreTakenBackWithIt() {
            Updating repository = edited().template("a.txt", TOUCHING)
                    .template("z.txt", "newer\n")
                    .updateWithConflicts();
            repository.edit("a.txt", "half solved\n").abort();

            assertThat(repository.file("a.txt")).isEqualTo(EDITED);
            assertThat(repository.file("z.txt")).isEqualTo("z\n");
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void takingBackDoesNotLoseWhatWasWrittenSinceElsewhere() {
            Updating repository = edited().template("a.txt", TOUCHING)
                    .template("z.txt", "newer\n")
                    .updateWithConflicts();
            repository.edit("z.txt", "written since\n");

            assertThat(org.assertj.core.api.Assertions.catchThrowable(repository::abort))
                    .hasMessageContaining("changed while the update was not over: z.txt");
            assertThat(repository.file("z.txt")).isEqualTo("written since\n");
        }
    }

    @Nested
    class Behaviour20HistoryThatIsNotThere {

        @Test
        void aShallowClone() {
            Updating repository = edited().template("a.txt", CHANGED)
                    .update()
                    .edit("y.txt", "y\n")
                    .committed();
            Git.in(place)
                    .run(
                            "clone",
                            "-q",
                            "--depth=1",
                            "file://" + repository.directory(),
                            place.resolve("clone").toString());

            repository
                    .in(place.resolve("clone"))
                    .template("a.txt", CHANGED.replace("two", "TWO"))
                    .update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH.replace("two", "TWO"));
        }

        @Test
        void aSquashedHistoryAfterGarbageCollection() {
            Updating repository = edited().template("a.txt", CHANGED).update();
            squash(repository);

            repository.template("a.txt", CHANGED.replace("two", "TWO")).update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH.replace("two", "TWO"));
        }

        @Test
        void whereTheBaseIsNowhereTheUsersFileStaysAndTheNewOneIsOffered() {
            Updating repository = edited();
            squash(repository);

            repository.template("a.txt", CHANGED).updateWithConflicts();

            assertThat(repository.told())
                    .containsExactly(
                            "conflict a.txt (what was generated before is nowhere to be found, so nothing can be"
                                    + " merged; yours is kept)");
            assertThat(repository.file("a.txt")).isEqualTo(EDITED);
            assertThat(repository.staged(3, "a.txt")).isEqualTo(CHANGED);
        }

        @Test
        void aRenderOfTheRecordedDescriptionIsTheBaseWhereTheTemplatesAreTheSame() {
            Updating repository = given(place)
                    .template("a.txt.ftl", "[=service.description]\ntwo\nthree\nfour\n")
                    .generated();
            String description = repository.file("pave.yaml");
            repository
                    .edit("a.txt", repository.file("a.txt").replace("four", "mine"))
                    .committed();
            squash(repository);
            repository.edit("pave.yaml", description.replace("who takes what", "grades"));
            // The old description is in git as long as nobody has committed another.
            repository.update();

            assertThat(repository.file("a.txt")).isEqualTo("Students, courses and grades\ntwo\nthree\nmine\n");
        }

        /** One commit with what is there, and nothing else in the object database. */
        private static void squash(Updating repository) {
            String tree = repository.git("rev-parse", "HEAD^{tree}").strip();
            String commit = repository
                    .git("-c", "user.name=U", "-c", "user.email=u@example.org", "commit-tree", "-m", "all", tree)
                    .strip();
            repository.git("reset", "-q", "--hard", commit);
            repository.git("reflog", "expire", "--expire=now", "--all");
            repository.git("gc", "-q", "--prune=now");
        }
    }

    @Nested
    class Behaviour21ARecordedVersionThatIsGone {

        @Test
        void isNotNeededWhileGitHasWhatItMade() {
            Updating repository =
                    edited().version("2.0.0").template("a.txt", CHANGED).update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
        }

        @Test
        void andAnOlderPaveDoesNotUpdateWhatANewerMade() {
            Updating repository = start().version("1.10.0").update().version("1.9.0");

            assertThat(repository.refusal()).contains("generated by Pave 1.10.0, and this is the older 1.9.0");
        }
    }

    @Nested
    class Behaviour22Crlf {

        @Test
        void aWorkTreeWithCrlfMergesWithoutFalseConflictsAndStaysSo() {
            Updating repository = start();
            repository.git("config", "core.autocrlf", "true");
            repository.edit("a.txt", EDITED.replace("\n", "\r\n")).committed();

            repository.template("a.txt", CHANGED).update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH.replace("\n", "\r\n"));
            assertThat(repository.git("show", "HEAD:a.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void aFileThatIsKeptWithCrlfStaysSo() {
            Updating repository =
                    start().edit("a.txt", EDITED.replace("\n", "\r\n")).committed();

            repository.template("a.txt", CHANGED).update();

            assertThat(repository.file("a.txt")).isEqualTo(BOTH.replace("\n", "\r\n"));
            assertThat(repository.git("show", "HEAD:a.txt")).isEqualTo(BOTH.replace("\n", "\r\n"));
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void lineEndingsAloneAreNoEdit() {
            Updating repository =
                    start().edit("a.txt", BASE.replace("\n", "\r\n")).committed();

            repository.template("a.txt", CHANGED).update();

            assertThat(repository.told()).containsExactly("update a.txt");
            assertThat(repository.file("a.txt")).isEqualTo(CHANGED.replace("\n", "\r\n"));
        }
    }

    @Nested
    class Behaviour23OddNames {

        @Test
        void ofTheUsersFilesDoNoHarm() {
            Updating repository = start().edit("-x.txt", "x\n")
                    .edit("with space.txt", "x\n")
                    .edit("quo\"te'.txt", "x\n")
                    .edit("new\nline.txt", "x\n")
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.status()).isEmpty();
            assertThat(repository.file("new\nline.txt")).isEqualTo("x\n");
        }

        @Test
        void aGeneratedFileMayHaveSpacesAndQuotes() {
            Updating repository = given(place)
                    .template("with space's.txt", BASE)
                    .generated()
                    .edit("with space's.txt", EDITED)
                    .committed()
                    .template("with space's.txt", CHANGED)
                    .update();

            assertThat(repository.file("with space's.txt")).isEqualTo(BOTH);
        }

        @Test
        void aFileMovedToAnOddNameIsFound() {
            Updating repository = start().move("a.txt", "-new\nname")
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.file("-new\nname")).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Behaviour24ANoOpUpdate {

        @Test
        void changesNothingNotEvenATimeStamp() throws IOException {
            Updating repository = edited();
            FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
            List<Path> files;
            try (Stream<Path> walk = Files.walk(repository.directory())) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            for (Path file : files) {
                Files.setLastModifiedTime(file, old);
            }
            String head = repository.git("rev-parse", "HEAD");

            repository.update();

            for (Path file : files) {
                assertThat(Files.getLastModifiedTime(file)).as("%s", file).isEqualTo(old);
            }
            assertThat(repository.git("rev-parse", "HEAD")).isEqualTo(head);
        }
    }

    @Nested
    class Behaviour25TenUpdatesEqualOne {

        @Test
        void whereNothingConflicts() throws IOException {
            Updating ten = given(Files.createDirectory(place.resolve("ten")));
            Updating one = given(Files.createDirectory(place.resolve("one")));
            for (Updating repository : List.of(ten, one)) {
                repository
                        .template("a.txt", text(0))
                        .template("z.txt", "0\n")
                        .generated()
                        .edit("a.txt", text(0).replace("line 30\n", "mine\n"))
                        .committed();
            }
            for (int i = 1; i <= 10; i++) {
                ten.template("a.txt", text(i)).template("z.txt", i + "\n").update();
            }
            one.template("a.txt", text(10)).template("z.txt", "10\n").update();

            assertThat(ten.git("rev-parse", "HEAD^{tree}")).isEqualTo(one.git("rev-parse", "HEAD^{tree}"));
            assertThat(ten.file("a.txt")).contains("mine\n", "line 0, version 10\n");
        }

        private static String text(int version) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append("line ")
                        .append(i)
                        .append(i < version ? ", version " + version : "")
                        .append('\n');
            }
            return text.toString();
        }
    }

    @Nested
    class Behaviour26UpdateThenUndo {

        @Test
        void equalsTheStart() {
            Updating repository = given(place)
                    .template("a.txt.ftl", "[#list resources as resource][=resource.name.kebab]\n[/#list]")
                    .template("r/[=resource.name.kebab].txt.ftl", "[=resource.name.kebab]\n")
                    .rule("{match: 'r/*', each: resource in resources}")
                    .generated();
            String start = repository.git("rev-parse", "HEAD^{tree}");
            String description = repository.file("pave.yaml");
            repository
                    .edit(
                            "pave.yaml",
                            description + "  course:\n    fields:\n      title: {type: string, required: true}\n")
                    .update();
            assertThat(repository.file("r/course.txt")).isEqualTo("course\n");
            assertThat(repository.git("rev-parse", "HEAD^{tree}")).isNotEqualTo(start);

            repository.edit("pave.yaml", description).update();

            assertThat(repository.git("rev-parse", "HEAD^{tree}")).isEqualTo(start);
        }
    }

    @Nested
    class Behaviour27ANewResource {

        @Test
        void addsItsFilesAndItsLinesInSharedFilesNextToTheUsersEdits() {
            Updating repository = given(place)
                    .template(
                            "api.txt.ftl",
                            "top\nmiddle\n[#list resources as resource]/[=resource.name.kebab]\n[/#list]")
                    .template("r/[=resource.name.kebab].txt.ftl", "[=resource.name.kebab]\n")
                    .rule("{match: 'r/*', each: resource in resources}")
                    .generated();
            repository
                    .edit("api.txt", repository.file("api.txt").replace("top", "mine"))
                    .committed();

            repository
                    .edit(
                            "pave.yaml",
                            repository.file("pave.yaml")
                                    + "  course:\n    fields:\n      title: {type: string, required: true}\n")
                    .update();

            assertThat(repository.told()).containsExactly("merge api.txt", "add r/course.txt");
            assertThat(repository.file("api.txt")).startsWith("mine\nmiddle\n").contains("/course\n", "/student\n");
        }
    }

    @Nested
    class Behaviour28AnAppliedMigration {

        @Test
        void isNeverEditedAndTheUserIsToldThatTheDescriptionAsksForMore() {
            Updating repository = given(place)
                    .template("db/V1__create.sql.ftl", "[#list resources as resource][=resource.name.kebab]\n[/#list]")
                    .rule("{match: db/V1__create.sql.ftl, once: true}")
                    .generated();
            String applied = repository.file("db/V1__create.sql");

            repository
                    .edit(
                            "pave.yaml",
                            repository.file("pave.yaml")
                                    + "  course:\n    fields:\n      title: {type: string, required: true}\n")
                    .update();

            assertThat(repository.file("db/V1__create.sql")).isEqualTo(applied);
            assertThat(repository.told())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("keep db/V1__create.sql (written once");
        }
    }

    @Nested
    class Behaviour29ARemovedFeature {

        @Test
        void takesItsFilesAndItsContributions() {
            Updating repository = given(place)
                    .feature("extra", "extra.txt", "extra\n")
                    .template("a.txt.ftl", "[#list slots[\"path.notes\"] as note][=note.line]\n[/#list]end\n")
                    .manifest("features: {required: [], default: [extra]}\nslots: {notes: {keys: {line: required}}}")
                    .generated();
            assertThat(repository.file("a.txt")).isEqualTo("from extra\nend\n");
            repository
                    .edit("pave.yaml", repository.file("pave.yaml") + "features: {remove: [extra]}\n")
                    .update();

            assertThat(repository.has("extra.txt")).isFalse();
            assertThat(repository.file("a.txt")).isEqualTo("end\n");
            assertThat(repository.status()).isEmpty();
        }
    }

    @Nested
    class Behaviour30ThePreviewEqualsWhatIsDone {

        @Test
        void fileByFile() {
            Updating repository = given(place)
                    .template("a.txt", BASE)
                    .template("b.txt", BASE)
                    .template("c.txt", "c\n")
                    .template("d.txt", "d\n")
                    .generated()
                    .edit("a.txt", EDITED)
                    .edit("b.txt", EDITED)
                    .committed()
                    .template("a.txt", CHANGED)
                    .template("b.txt", TOUCHING)
                    .without("c.txt")
                    .template("d.txt", "newer\n")
                    .template("e.txt", "new\n");

            List<String> told = repository.preview().told();
            repository.updateWithConflicts();

            assertThat(repository.told())
                    .isEqualTo(told)
                    .containsExactly(
                            "merge a.txt",
                            "conflict b.txt (both sides changed the same lines)",
                            "delete c.txt",
                            "update d.txt",
                            "add e.txt");
            assertThat(repository.status().lines().filter(line -> !line.contains("pave")))
                    .containsExactlyInAnyOrder("M  a.txt", "UU b.txt", "D  c.txt", "M  d.txt", "A  e.txt");
        }
    }

    /** Every file with its content and time, the git directory included. */
    private static Map<String, String> snapshot(Path directory) throws IOException {
        Map<String, String> snapshot = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                snapshot.put(
                        directory.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + new String(Files.readAllBytes(file), UTF_8));
            }
        }
        return snapshot;
    }
}
