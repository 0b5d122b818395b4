package dev.pave.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import dev.pave.render.Rendering;
import dev.pave.testing.Renderings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDirectoryTest {

    private static final Rendering RENDERING = Renderings.with("README.md", "# Records\n")
            .andExecutable("bin/run", "#!/bin/sh\n")
            .and("src/main/App.java", "class App {}\n")
            .rendering();

    @TempDir
    Path parent;

    @Test
    void itHoldsTheRenderedFilesAndNothingIsLeftBesideIt() throws IOException {
        create(parent.resolve("records"));

        assertThat(files(parent.resolve("records"))).containsExactly("README.md", "bin/run", "src/main/App.java");
        assertThat(parent.resolve("records/README.md")).hasContent("# Records\n");
        assertThat(names(parent)).containsExactly("records");
    }

    @Test
    void modesAreThoseOfTheRendering() throws IOException {
        Path target = parent.resolve("records");
        assumeTrue(RenderingFiles.knowsModes(parent), "this file system has no modes");
        create(target);

        assertThat(mode(target)).isEqualTo("rwxr-xr-x");
        assertThat(mode(target.resolve("src"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(target.resolve("bin/run"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(target.resolve("README.md"))).isEqualTo("rw-r--r--");
    }

    @Test
    void missingParentsAreMade() throws IOException {
        create(parent.resolve("a/b/records"));

        assertThat(parent.resolve("a/b/records/README.md")).exists();
    }

    @Test
    void anEmptyDirectoryIsReplaced() throws IOException {
        create(Files.createDirectory(parent.resolve("records")));

        assertThat(parent.resolve("records/README.md")).exists();
        assertThat(names(parent)).containsExactly("records");
    }

    @Test
    void aDotAtTheEndNamesTheDirectoryItself() throws IOException {
        Files.createDirectory(parent.resolve("records"));
        create(parent.resolve("records/."));

        assertThat(parent.resolve("records/README.md")).exists();
    }

    @Test
    void aParentReachedThroughALinkIsFine() throws IOException {
        Files.createDirectory(parent.resolve("real"));
        create(Files.createSymbolicLink(parent.resolve("link"), Path.of("real")).resolve("records"));

        assertThat(parent.resolve("real/records/README.md")).exists();
    }

    @Test
    void aDirectoryThatIsNotEmptyIsRefused() throws IOException {
        Path target = Files.createDirectory(parent.resolve("records"));
        Files.writeString(target.resolve("mine.txt"), "mine");

        assertThat(refusal(target)).isEqualTo("target-not-empty");
        assertThat(names(target)).containsExactly("mine.txt");
    }

    @Test
    void aFileIsRefused() throws IOException {
        assertThat(refusal(Files.writeString(parent.resolve("records"), "mine")))
                .isEqualTo("target-exists");
    }

    @Test
    void aLinkIsRefusedWhereverItLeads() throws IOException {
        Files.createDirectory(parent.resolve("real"));
        assertThat(refusal(Files.createSymbolicLink(parent.resolve("link"), Path.of("real"))))
                .isEqualTo("target-is-a-link");
        assertThat(refusal(Files.createSymbolicLink(parent.resolve("dangling"), Path.of("nowhere"))))
                .isEqualTo("target-is-a-link");
        assertThat(names(parent.resolve("real"))).isEmpty();
    }

    @Test
    void aFileAsParentIsRefused() throws IOException {
        Files.writeString(parent.resolve("file"), "");
        assertThat(refusal(parent.resolve("file/records"))).isEqualTo("target-parent-is-not-a-directory");
        assertThat(refusal(parent.resolve("file/a/b/records"))).isEqualTo("target-parent-is-not-a-directory");
    }

    @Test
    void aParentThatCannotBeWrittenIsRefused() throws IOException {
        Path locked = Files.createDirectory(
                parent.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");

        assertThat(refusal(locked.resolve("records"))).isEqualTo("target-not-writable");
    }

    @Test
    void aMountPointIsRefused() {
        Path mountPoint = Path.of("/dev/shm");
        assumeTrue(
                Files.isDirectory(mountPoint) && mountPoint.toFile().list().length == 0, "no empty mount point here");

        assertThat(refusal(mountPoint)).isEqualTo("target-is-a-mount-point");
    }

    @Test
    void aStepThatFailsLeavesNothingBehind() throws IOException {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> NewDirectory.at(parent.resolve("a/records")).create(RENDERING, directory -> {
                    throw new IOException("No space left on device");
                }))
                .satisfies(failure -> assertThat(failure.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo("cannot-write");
                            assertThat(problem.message()).contains("No space left on device");
                        }));
        assertThat(names(parent)).isEmpty();
    }

    @Test
    void aBugInAStepLeavesNothingBehind() throws IOException {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> NewDirectory.at(parent.resolve("records")).create(RENDERING, directory -> {
                    throw new IllegalStateException("bug");
                }));
        assertThat(names(parent)).isEmpty();
    }

    @Test
    void whoeverComesFirstKeepsThePlace() throws IOException {
        Path target = parent.resolve("records");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> NewDirectory.at(target).create(RENDERING, directory -> {
                    Files.createDirectory(target);
                    return Files.writeString(target.resolve("mine.txt"), "mine");
                }))
                .satisfies(failure -> assertThat(code(failure)).isEqualTo("target-not-empty"));
        assertThat(files(target)).containsExactly("mine.txt");
        assertThat(names(parent)).containsExactly("records");
    }

    @Test
    void whileItIsPreparedItCannotBeSeenUnderItsName() throws IOException {
        Path target = parent.resolve("records");
        List<String> visible = NewDirectory.at(target).create(RENDERING, directory -> names(parent));

        assertThat(visible).singleElement().asString().startsWith(".pave-new-");
    }

    @Test
    void theSameTargetCanBePreparedTwiceAtOnce() throws IOException {
        Path target = parent.resolve("records");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> NewDirectory.at(target).create(RENDERING, directory -> {
                    create(target);
                    return directory;
                }));

        assertThat(target.resolve("README.md")).exists();
        assertThat(names(parent)).containsExactly("records");
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        Path small = Path.of(System.getProperty("pave.test.smallDisk", "/nowhere"));
        assumeTrue(Files.isDirectory(small), "run with -Dpave.test.smallDisk=DIR, a file system of 64 KiB");
        Rendering large = Renderings.with("large.txt", "x".repeat(200_000)).rendering();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> NewDirectory.at(small.resolve("records")).create(large, directory -> directory))
                .withMessageContaining("No space left on device");
        assertThat(names(small)).isEmpty();
    }

    private static void create(Path target) {
        NewDirectory.at(target).create(RENDERING, directory -> directory);
    }

    private static String refusal(Path target) {
        return code(assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> NewDirectory.at(target))
                .actual());
    }

    private static String code(InvalidInput failure) {
        Problem problem = failure.problems().get(0);
        assertThat(problem.remedy()).isNotEmpty();
        return problem.code();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> entries = Files.walk(directory)) {
            return entries.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
