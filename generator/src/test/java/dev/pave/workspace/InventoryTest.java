package dev.pave.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path directory = Path.of("/");

    @BeforeEach
    void aDirectory() throws IOException {
        directory = Files.createDirectories(temporary.resolve("work"));
        write("README.md", "text");
        write("src/a/App.java", "class App {}");
        write("build/out.bin", "out");
        write("build/kept.txt", "kept");
        write(".git/config", "secret");
        write("inner/.git/config", "another repository");
        write("inner/file", "another repository's");
        Files.writeString(temporary.resolve("outside"), "outside");
        Files.createSymbolicLink(directory.resolve("link"), temporary.resolve("outside"));
        Files.createSymbolicLink(directory.resolve("folder"), temporary);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(directory.resolve(path).getParent());
        Files.writeString(directory.resolve(path), text);
    }

    private Inventory inventory(String... tracked) throws IOException {
        return Inventory.of(directory, (path, isFolder) -> path.equals("build"), List.of(tracked), 100);
    }

    @Test
    void filesAreListedThatAreNotIgnored() throws IOException {
        assertThat(inventory().paths()).containsExactly("README.md", "src/a/App.java");
    }

    @Test
    void whatIsTrackedCountsAlthoughItIsIgnored() throws IOException {
        assertThat(inventory("build/kept.txt", "build/gone.txt").paths())
                .containsExactly("README.md", "build/kept.txt", "src/a/App.java");
    }

    @Test
    void nothingIsReadThroughALinkOrOutside() throws IOException {
        assertThat(inventory("link", "folder/outside", "../outside", "/etc/passwd", ".git/config", "src", "a\0b", "")
                        .paths())
                .containsExactly("README.md", "src/a/App.java");
        Inventory inventory = inventory();
        Files.delete(directory.resolve("README.md"));
        Files.createSymbolicLink(directory.resolve("README.md"), temporary.resolve("outside"));
        assertThat(inventory.read("README.md", 10)).isEmpty();
        assertThat(inventory.read("link", 10)).isEmpty();
        assertThat(inventory.read("../outside", 10)).isEmpty();
    }

    @Test
    void noMoreIsReadThanWanted() throws IOException {
        assertThat(inventory().read("README.md", 3))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("tex".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDirectoryWithTooManyFilesIsRefused() {
        assertThatThrownBy(() -> Inventory.of(directory, (path, isFolder) -> false, List.of(), 3))
                .isInstanceOf(IOException.class)
                .hasMessage("it has more than 3 files");
    }

    @Test
    void aCopyHasFilesAndModesAndIsGoneAfterwards() throws IOException {
        Files.setPosixFilePermissions(directory.resolve("README.md"), PosixFilePermissions.fromString("rwxr--r--"));
        Path copied;
        try (ScratchCopy copy = ScratchCopy.of(inventory())) {
            copied = copy.directory();
            assertThat(copied.resolve("src/a/App.java")).hasContent("class App {}");
            assertThat(Files.isExecutable(copied.resolve("README.md"))).isTrue();
            assertThat(Files.isExecutable(copied.resolve("src/a/App.java"))).isFalse();
            assertThat(copied.resolve("build")).doesNotExist();
            Files.createDirectories(copied.resolve("target/classes"));
        }
        assertThat(copied).doesNotExist();
        assertThat(directory.resolve("target")).doesNotExist();
    }
}
