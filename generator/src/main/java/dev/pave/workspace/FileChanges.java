package dev.pave.workspace;

import dev.pave.workspace.FileChange.Image;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes to the files of a directory that can be made, finished after an interruption, and taken back. Each file changes at once; a file that is
 * not what it was when the change was planned is not touched. Links are never followed.
 */
public final class FileChanges {

    private static final String TEMPORARY = ".pave-update";

    private final Path directory;
    private final List<FileChange> changes;

    /** @param directory exists; may itself be reached through a link */
    public FileChanges(Path directory, List<FileChange> changes) throws IOException {
        this.directory = directory.toRealPath();
        this.changes = List.copyOf(changes);
    }

    /** The paths that are now neither as they were before nor as they are to become. */
    public List<String> strangers() throws IOException {
        List<String> strangers = new ArrayList<>();
        for (FileChange change : changes) {
            Optional<Image> now = image(change.path());
            if (!isSame(change.path(), now, change.before()) && !isSame(change.path(), now, change.after())) {
                strangers.add(change.path());
            }
        }
        return strangers;
    }

    /** Makes all changes, also those that an interrupted run has made already: what is as it is to become is left alone. */
    public void make() throws IOException {
        for (FileChange change : changes) {
            Files.deleteIfExists(temporary(change.path()));
            if (change.after().isEmpty()) {
                set(change.path(), change.before(), Optional.empty());
            }
        }
        for (FileChange change : changes) {
            if (change.after().isPresent()) {
                set(change.path(), change.before(), change.after());
            }
        }
    }

    /** Makes every file what it was, whatever it is now. */
    public void takeBack() throws IOException {
        for (FileChange change : changes) {
            Files.deleteIfExists(temporary(change.path()));
            if (change.before().isEmpty()) {
                set(change.path(), image(change.path()), Optional.empty());
            }
        }
        for (FileChange change : changes) {
            if (change.before().isPresent()) {
                set(change.path(), image(change.path()), change.before());
            }
        }
    }

    private void set(String path, Optional<Image> expected, Optional<Image> wanted) throws IOException {
        Path file = directory.resolve(path);
        Optional<Image> now = image(path);
        if (isSame(path, now, wanted)) {
            return;
        }
        if (!isSame(path, now, expected)) {
            throw new IOException(path + " has changed meanwhile");
        }
        if (wanted.isEmpty()) {
            Files.delete(file);
            removeEmptyFolders(file.getParent());
            return;
        }
        write(path, file, wanted.get());
    }

    private void write(String path, Path file, Image image) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        if (!folder.toRealPath().equals(folder)) {
            throw new IOException(folder + " leads elsewhere");
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            // Empty, or it is not what the change was planned for.
            Files.delete(file);
        }
        Path temporary = temporary(path);
        try {
            RenderingFiles.write(image.bytes(), image.mode(), temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Path temporary(String path) {
        Path file = directory.resolve(path);
        return file.resolveSibling("." + Integer.toHexString(path.hashCode()) + TEMPORARY);
    }

    private void removeEmptyFolders(Path from) throws IOException {
        for (Path folder = from; !folder.equals(directory); folder = Objects.requireNonNull(folder.getParent())) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    /** The file that is there now; empty where there is none, or only through a link. */
    private Optional<Image> image(String path) throws IOException {
        return PlaceOnDisk.of(directory, path).image();
    }

    private boolean isSame(String path, Optional<Image> now, Optional<Image> other) {
        if (now.isEmpty() || other.isEmpty()) {
            return now.isEmpty() && other.isEmpty();
        }
        return Arrays.equals(now.get().bytes(), other.get().bytes())
                && (now.get().mode() == other.get().mode() || !RenderingFiles.knowsModes(directory.resolve(path)));
    }
}
