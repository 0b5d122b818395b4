package dev.pave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Git;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a generated repository for real, as a user would ask for it. Takes minutes, so it is part of {@code .ci/run} only. */
@Tag("real-build")
class VerifyBuildTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @Test
    void aFreshRepositoryHasNoFindingsAndIsNotTouched() {
        PaveRun.Setting pave = PaveRun.in(temporary)
                .andAlways("--templates", PROJECT.resolve("templates").toString());
        Path repository = temporary.resolve("made");
        PaveRun made = pave.run(
                "new",
                repository.toString(),
                "--from",
                PROJECT.resolve("examples/student-records/pave.yaml").toString());
        assertThat(made.exit()).as(made.err()).isZero();

        PaveRun run = pave.withVariable("MAVEN_HOME", System.getProperty("maven.home"))
                .run("verify", repository.toString(), "--build");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("verify passes\n", "no findings");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(Git.in(repository).run("status", "--porcelain", "--ignored")).isEmpty();
    }
}
