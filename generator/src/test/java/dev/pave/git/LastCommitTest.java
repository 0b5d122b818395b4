package dev.pave.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastCommitTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path commit(String name, String date) throws IOException {
        Path repository = Files.createDirectories(temporary.resolve(name));
        Git.in(repository).run("init", "-q");
        Git.in(
                        repository,
                        Map.of(
                                "GIT_CONFIG_NOSYSTEM", "1",
                                "GIT_CONFIG_GLOBAL", "/dev/null",
                                "GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z",
                                "GIT_COMMITTER_DATE", date))
                .run("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-mx");
        return repository;
    }

    @Test
    void itsDayIsThatOfTheCommitterWhereTheyWere() throws IOException {
        Path repository = commit("one", "2026-03-01T00:30:00+0900");

        assertThat(LastCommit.day(repository)).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aFolderOfARepositoryAndAWorkTreeHaveOneToo() throws IOException {
        Path repository = commit("one", "2026-03-01T12:00:00+0000");
        Path second = temporary.resolve("second");
        Git.in(repository).run("worktree", "add", "-q", second.toString());

        assertThat(LastCommit.day(Files.createDirectories(repository.resolve("a/b"))))
                .contains(LocalDate.of(2026, 3, 1));
        assertThat(LastCommit.day(second)).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void withoutACommitThereIsNone() throws IOException {
        Path repository = Files.createDirectories(temporary.resolve("empty"));

        assertThat(LastCommit.day(repository)).isEmpty();
        Git.in(repository).run("init", "-q");
        assertThat(LastCommit.day(repository)).isEmpty();
    }
}
