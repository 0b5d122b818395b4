package dev.pave.lifecycle.update;

import static dev.pave.lifecycle.update.Updating.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of what the user did and what the template did: one class for each row, one test for each cell, in real repositories. */
class DecisionTableTest {

    private static final String BASE = "one\ntwo\nthree\nfour\nfive\n";
    private static final String CHANGED = "ONE\ntwo\nthree\nfour\nfive\n";
    private static final String EDITED = "one\ntwo\nthree\nfour\nmine\n";
    private static final String BOTH = "ONE\ntwo\nthree\nfour\nmine\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path place;

    private Updating start() {
        return given(place).template("a.txt", BASE).template("z.txt", "z\n").generated();
    }

    /** The template moves the file: the manifest says so. */
    private static Updating moves(Updating repository, String text) {
        return repository.without("a.txt").template("b.txt", text).rule("{match: b.txt, moved-from: a.txt}");
    }

    @Nested
    class Row1Untouched {

        @Test
        void unchangedIsLeftAlone() {
            Updating repository = start().template("z.txt", "new\n").update();

            assertThat(repository.told()).containsExactly("update z.txt");
            assertThat(repository.file("a.txt")).isEqualTo(BASE);
        }

        @Test
        void changedIsTaken() {
            Updating repository = start().template("a.txt", CHANGED).update();

            assertThat(repository.told()).containsExactly("update a.txt");
            assertThat(repository.file("a.txt")).isEqualTo(CHANGED);
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void deletedIsDeleted() {
            Updating repository = start().without("a.txt").update();

            assertThat(repository.told()).containsExactly("delete a.txt");
            assertThat(repository.has("a.txt")).isFalse();
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void movedIsMoved() {
            Updating repository = moves(start(), CHANGED).update();

            assertThat(repository.told()).containsExactly("move a.txt -> b.txt");
            assertThat(repository.has("a.txt")).isFalse();
            assertThat(repository.file("b.txt")).isEqualTo(CHANGED);
            assertThat(repository.status()).isEmpty();
        }
    }

    @Nested
    class Row2Edited {

        private Updating edited() {
            return start().edit("a.txt", EDITED).committed();
        }

        @Test
        void unchangedIsKept() {
            Updating repository = edited().template("z.txt", "new\n").update();

            assertThat(repository.file("a.txt")).isEqualTo(EDITED);
        }

        @Test
        void changedIsMerged() {
            Updating repository = edited().template("a.txt", CHANGED).update();

            assertThat(repository.told()).containsExactly("merge a.txt");
            assertThat(repository.file("a.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void changedAtTheSamePlaceIsAConflict() {
            Updating repository =
                    edited().template("a.txt", BASE.replace("five", "FIVE")).updateWithConflicts();

            assertThat(repository.told()).containsExactly("conflict a.txt (both sides changed the same lines)");
            assertThat(repository.file("a.txt"))
                    .isEqualTo("one\ntwo\nthree\nfour\n<<<<<<< yours\nmine\n=======\nFIVE\n>>>>>>> Pave 1.0.0\n");
            assertThat(repository.stages("a.txt")).containsExactly("1", "2", "3");
        }

        @Test
        void deletedIsAConflictOfEditAgainstDelete() {
            Updating repository = edited().without("a.txt").updateWithConflicts();

            assertThat(repository.told())
                    .containsExactly("conflict a.txt (you edited it, and it is no longer generated)");
            assertThat(repository.file("a.txt")).isEqualTo(EDITED);
            assertThat(repository.stages("a.txt")).containsExactly("1", "2");
            assertThat(repository.status()).contains("UD a.txt");
        }

        @Test
        void movedIsMovedAndMerged() {
            Updating repository = moves(edited(), CHANGED).update();

            assertThat(repository.told()).containsExactly("merge a.txt -> b.txt");
            assertThat(repository.has("a.txt")).isFalse();
            assertThat(repository.file("b.txt")).isEqualTo(BOTH);
            assertThat(repository.status()).isEmpty();
        }
    }

    @Nested
    class Row3Deleted {

        private Updating deleted() {
            return start().delete("a.txt").committed();
        }

        @Test
        void unchangedStaysDeleted() {
            Updating repository = deleted().template("z.txt", "new\n").update();

            assertThat(repository.told()).containsExactly("update z.txt");
            assertThat(repository.has("a.txt")).isFalse();
        }

        @Test
        void changedStaysDeletedAndIsReported() {
            Updating repository = deleted().template("a.txt", CHANGED).update();

            assertThat(repository.told()).containsExactly("keep a.txt (you deleted it; its template has changed)");
            assertThat(repository.has("a.txt")).isFalse();
        }

        @Test
        void deletedIsNothing() {
            Updating repository = deleted().without("a.txt").update();

            assertThat(repository.told()).isEmpty();
            assertThat(repository.has("a.txt")).isFalse();
        }

        @Test
        void movedStaysDeletedAndIsReported() {
            Updating repository = moves(deleted(), CHANGED).update();

            assertThat(repository.told()).hasSize(1).first().asString().startsWith("keep a.txt (you deleted it");
            assertThat(repository.has("a.txt")).isFalse();
            assertThat(repository.has("b.txt")).isFalse();
        }
    }

    @Nested
    class Row4MovedByTheUser {

        private Updating moved() {
            return start().move("a.txt", "sub/mine.txt")
                    .edit("sub/mine.txt", EDITED)
                    .committed();
        }

        @Test
        void unchangedIsKept() {
            Updating repository = moved().template("z.txt", "new\n").update();

            assertThat(repository.told()).containsExactly("update z.txt");
            assertThat(repository.file("sub/mine.txt")).isEqualTo(EDITED);
            assertThat(repository.has("a.txt")).isFalse();
        }

        @Test
        void changedFollowsToTheNewPlace() {
            Updating repository = moved().template("a.txt", CHANGED).update();

            assertThat(repository.told()).containsExactly("merge a.txt -> sub/mine.txt");
            assertThat(repository.file("sub/mine.txt")).isEqualTo(BOTH);
            assertThat(repository.has("a.txt")).isFalse();
            assertThat(repository.status()).isEmpty();
        }

        @Test
        void changedIsReportedWhereTheNewPlaceIsNotFound() {
            Updating repository = start().delete("a.txt")
                    .edit("sub/mine.txt", "nothing alike at all\n".repeat(20))
                    .committed()
                    .template("a.txt", CHANGED)
                    .update();

            assertThat(repository.told()).containsExactly("keep a.txt (you deleted it; its template has changed)");
        }

        @Test
        void deletedIsReported() {
            Updating repository = moved().without("a.txt").update();

            assertThat(repository.told())
                    .containsExactly("keep sub/mine.txt (you moved it; it is no longer generated)");
            assertThat(repository.file("sub/mine.txt")).isEqualTo(EDITED);
        }

        @Test
        void movedIsReported() {
            Updating repository = moves(moved(), CHANGED).update();

            assertThat(repository.told()).hasSize(1).first().asString().contains("it is generated at b.txt now");
            assertThat(repository.file("sub/mine.txt")).isEqualTo(EDITED);
            assertThat(repository.has("b.txt")).isFalse();
        }
    }

    @Nested
    class Row5AddedAtTheSamePath {

        private Updating added(String text) {
            return start().edit("b.txt", text).committed();
        }

        @Test
        void whatTheTemplateDoesNotMakeIsTheUsers() {
            Updating repository = added("mine\n").template("z.txt", "new\n").update();

            assertThat(repository.told()).containsExactly("update z.txt");
            assertThat(repository.file("b.txt")).isEqualTo("mine\n");
        }

        @Test
        void anotherTextIsAConflictOfTwoSides() {
            Updating repository = added("mine\n").template("b.txt", "theirs\n").updateWithConflicts();

            assertThat(repository.told())
                    .containsExactly("conflict b.txt (you have a file where one is generated now)");
            assertThat(repository.file("b.txt"))
                    .isEqualTo("<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> Pave 1.0.0\n");
            assertThat(repository.stages("b.txt")).containsExactly("2", "3");
        }

        @Test
        void theSameTextIsNoConflict() {
            Updating repository = added("same\n").template("b.txt", "same\n").update();

            assertThat(repository.file("b.txt")).isEqualTo("same\n");
        }

        @Test
        void aMoveToItsPlaceIsAConflict() {
            Updating repository = moves(added("mine\n"), CHANGED).updateWithConflicts();

            assertThat(repository.told())
                    .containsExactly("delete a.txt", "conflict b.txt (you have a file where one is generated now)");
            assertThat(repository.staged(2, "b.txt")).isEqualTo("mine\n");
            assertThat(repository.staged(3, "b.txt")).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Row6InTheWay {

        @Test
        void anUntrackedFileIsNeverOverwritten() {
            Updating repository = start().edit("b.txt", "untracked\n")
                    .template("b.txt", "theirs\n")
                    .updateWithConflicts();

            assertThat(repository.told())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("conflict b.txt (what is there is not");
            assertThat(repository.file("b.txt")).isEqualTo("untracked\n");
            assertThat(repository.staged(3, "b.txt")).isEqualTo("theirs\n");
            assertThat(repository.stages("b.txt")).containsExactly("3");
        }

        @Test
        void anIgnoredFileIsNeverOverwritten() {
            Updating repository = start().edit(".gitignore", "b.txt\n")
                    .committed()
                    .edit("b.txt", "secret\n")
                    .template("b.txt", "theirs\n")
                    .updateWithConflicts();

            assertThat(repository.file("b.txt")).isEqualTo("secret\n");
        }

        @Test
        void aMoveToItsPlaceIsTheSame() {
            Updating repository =
                    moves(start().edit("b.txt", "untracked\n"), CHANGED).updateWithConflicts();

            assertThat(repository.file("b.txt")).isEqualTo("untracked\n");
            assertThat(repository.done().conflicts()).containsExactly("b.txt");
        }

        @Test
        void whatTheTemplateDoesNotMakeIsNotLookedAt() {
            Updating repository = start().edit("mine.txt", "untracked\n")
                    .template("z.txt", "new\n")
                    .update();

            assertThat(repository.file("mine.txt")).isEqualTo("untracked\n");
            assertThat(repository.status()).isEqualTo("?? mine.txt\n");
        }

        @Test
        void takingTheConflictBackLeavesTheFile() {
            Updating repository = start().edit("b.txt", "untracked\n").template("b.txt", "theirs\n");

            repository.updateWithConflicts().abort();

            assertThat(repository.file("b.txt")).isEqualTo("untracked\n");
            assertThat(repository.status()).isEqualTo("?? b.txt\n");
        }
    }
}
