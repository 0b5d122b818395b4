package dev.pave.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of somebody's directory: those that are tracked, and those that are not ignored. Links are never followed; {@code .git} is never looked into, nor is
 * a repository inside the directory (a submodule, a nested clone).
 */
public final class Inventory {

    private static final String GIT = ".git";

    private final Path directory;
    private final SortedSet<String> files = new TreeSet<>();

    private Inventory(Path directory) {
        this.directory = directory;
    }

    /**
     * Lists a directory.
     *
     * @param directory exists; may itself be reached through a link
     * @param tracked paths that count although they are ignored, where there is a file
     * @param most how many files there may be
     * @throws IOException where it cannot be read, or has more files
     */
    public static Inventory of(Path directory, Ignored ignored, Collection<String> tracked, int most)
            throws IOException {
        Inventory inventory = new Inventory(directory.toRealPath());
        inventory.walk(ignored, most);
        for (String path : tracked) {
            if (inventory.isFile(path)) {
                inventory.add(path, most);
            }
        }
        return inventory;
    }

    /** Every file, relative to the directory, {@code /} between segments. */
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(files);
    }

    /** The first bytes of a listed file, at most so many; empty where the path is not listed, or is no file any more. */
    public Optional<byte[]> read(String path, int most) throws IOException {
        if (!files.contains(path) || !isFile(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(directory.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(most));
        }
    }

    /** Copies the files with their modes into another directory, which need not exist. */
    public void copyTo(Path target) throws IOException {
        Files.createDirectories(target);
        for (String path : files) {
            Path copy = target.resolve(path);
            Files.createDirectories(copy.getParent());
            Files.copy(directory.resolve(path), copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void walk(Ignored ignored, int most) throws IOException {
        Deque<Path> folders = new ArrayDeque<>();
        folders.add(directory);
        while (!folders.isEmpty()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folders.remove())) {
                for (Path entry : entries) {
                    String path = directory.relativize(entry).toString().replace('\\', '/');
                    boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                    if (entry.getFileName().toString().equals(GIT) || ignored.test(path, isFolder)) {
                        continue;
                    }
                    if (isFolder && !Files.exists(entry.resolve(GIT), LinkOption.NOFOLLOW_LINKS)) {
                        folders.add(entry);
                    } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                        add(path, most);
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
    }

    private void add(String path, int most) throws IOException {
        files.add(path);
        if (files.size() > most) {
            throw new IOException("it has more than " + most + " files");
        }
    }

    /** Whether there is a file that no link leads to. The path may come from an index that somebody made. */
    private boolean isFile(String path) {
        try {
            Path file = directory.resolve(path);
            return file.startsWith(directory)
                    && file.normalize().equals(file)
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && !file.getParent().startsWith(directory.resolve(GIT))
                    && file.getParent().toRealPath().equals(file.getParent());
        } catch (InvalidPathException | IOException e) {
            return false; // what cannot be resolved is no file of this directory
        }
    }
}
