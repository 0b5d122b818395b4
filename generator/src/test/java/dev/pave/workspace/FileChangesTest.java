package dev.pave.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pave.plan.FileMode;
import dev.pave.workspace.FileChange.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path place;

    private Path directory = Path.of("/");

    @BeforeEach
    void aDirectory() throws IOException {
        directory = Files.createDirectory(place.resolve("directory")).toRealPath();
        Files.writeString(directory.resolve("a"), "old\n");
    }

    private static Image image(String text) {
        return new Image(text.getBytes(UTF_8), FileMode.REGULAR);
    }

    private FileChanges changes(FileChange... changes) throws IOException {
        return new FileChanges(directory, List.of(changes));
    }

    @Test
    void areMadeAndTakenBack() throws IOException {
        FileChanges changes = changes(
                FileChange.write("a", Optional.of(image("old\n")), "new\n".getBytes(UTF_8), FileMode.EXECUTABLE),
                FileChange.write("d/e/f", Optional.empty(), "f\n".getBytes(UTF_8), FileMode.REGULAR));

        changes.make();
        changes.make();
        assertThat(directory.resolve("a")).hasContent("new").isExecutable();
        assertThat(directory.resolve("d/e/f")).hasContent("f");

        changes.takeBack();
        assertThat(directory.resolve("a")).hasContent("old");
        assertThat(directory.resolve("d")).doesNotExist();
    }

    @Test
    void aFileThatChangedMeanwhileIsNotTouched() throws IOException {
        FileChanges changes =
                changes(FileChange.write("a", Optional.of(image("old\n")), "new\n".getBytes(UTF_8), FileMode.REGULAR));
        Files.writeString(directory.resolve("a"), "written meanwhile\n");

        assertThat(changes.strangers()).containsExactly("a");
        assertThatThrownBy(changes::make).hasMessage("a has changed meanwhile");
        assertThat(directory.resolve("a")).hasContent("written meanwhile");
    }

    @Test
    void aFileThatAppearedMeanwhileIsNotOverwritten() throws IOException {
        FileChanges changes =
                changes(FileChange.write("b", Optional.empty(), "new\n".getBytes(UTF_8), FileMode.REGULAR));
        Files.writeString(directory.resolve("b"), "appeared\n");

        assertThatThrownBy(changes::make).hasMessage("b has changed meanwhile");
        assertThat(directory.resolve("b")).hasContent("appeared");
    }

    @Test
    void aFolderThatBecameALinkMeanwhileIsNotFollowed() throws IOException {
        Path outside = Files.createDirectory(place.resolve("outside"));
        FileChanges changes =
                changes(FileChange.write("d/f", Optional.empty(), "new\n".getBytes(UTF_8), FileMode.REGULAR));
        Files.createSymbolicLink(directory.resolve("d"), outside);

        assertThatThrownBy(changes::make).isInstanceOf(IOException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFileThatBecameALinkMeanwhileIsNotWrittenThrough() throws IOException {
        Path outside = Files.writeString(place.resolve("outside"), "old\n");
        FileChanges changes =
                changes(FileChange.write("a", Optional.of(image("old\n")), "new\n".getBytes(UTF_8), FileMode.REGULAR));
        Files.delete(directory.resolve("a"));
        Files.createSymbolicLink(directory.resolve("a"), outside);

        assertThatThrownBy(changes::make).hasMessage("a has changed meanwhile");
        assertThat(outside).hasContent("old");
    }
}
