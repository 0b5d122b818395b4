package dev.pave.lifecycle;

import dev.pave.git.GitEnvironment;
import dev.pave.git.IgnoreRules;
import dev.pave.git.TrackedFiles;
import dev.pave.lock.Lock;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.verify.RepositoryFiles;
import dev.pave.workspace.Inventory;
import dev.pave.workspace.ScratchCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of a directory on disk. Each is read when it is first wanted, and kept. Not safe for use by several threads. */
final class DiskFiles implements RepositoryFiles {

    private static final int MOST_FILES = 50_000;
    /** What people write is smaller; what is larger is data. */
    private static final int MOST_BYTES = 8 << 20;
    /** What is kept in memory; what is read beyond that is read again each time. */
    private static final long MOST_KEPT = 128L << 20;

    /** What Pave remembers for its next update is no part of the service: an old file there neither keeps a practice nor breaks one. */
    private static final String MEMORY = Lock.BASES + "/";

    private final Path directory;
    private final Inventory inventory;
    private final SortedSet<String> paths;
    private final Map<String, Optional<byte[]>> read = new HashMap<>();
    private final SortedSet<String> tooLarge = new TreeSet<>();
    private long kept;

    private DiskFiles(Path directory, Inventory inventory) {
        this.directory = directory;
        this.inventory = inventory;
        this.paths = inventory.paths().stream()
                .filter(path -> !path.startsWith(MEMORY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws InvalidInput where there is no directory that can be read */
    static DiskFiles of(Path directory, GitEnvironment git) {
        if (!Files.isDirectory(directory)) {
            throw new InvalidInput(new Problem(
                    "no-directory",
                    Location.of(directory.toString()),
                    Files.exists(directory) ? "is not a directory" : "there is no such directory",
                    "give the folder of a repository"));
        }
        try {
            return new DiskFiles(
                    directory,
                    Inventory.of(
                            directory,
                            new IgnoreRules(directory, git)::ignores,
                            new TrackedFiles(directory).paths(),
                            MOST_FILES));
        } catch (IOException e) {
            throw unreadable(directory, e);
        } catch (UncheckedIOException e) {
            throw unreadable(directory, e.getCause());
        }
    }

    @Override
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    /** Empty also where the file is too large to look at. */
    @Override
    public Optional<byte[]> bytes(String path) {
        Optional<byte[]> known = read.get(path);
        if (known != null) {
            return known;
        }
        try {
            Optional<byte[]> bytes = inventory.read(path, MOST_BYTES + 1);
            if (bytes.filter(content -> content.length > MOST_BYTES).isPresent()) {
                tooLarge.add(path);
                bytes = Optional.empty();
            }
            int length = bytes.map(content -> content.length).orElse(0);
            if (kept + length <= MOST_KEPT) {
                kept += length;
                read.put(path, bytes);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(directory.resolve(path), e);
        }
    }

    /** The files that somebody wanted to read, and that are too large for it. */
    SortedSet<String> tooLarge() {
        return tooLarge;
    }

    /** A copy of all files, to build in. */
    ScratchCopy copy() throws IOException {
        return ScratchCopy.of(inventory);
    }

    static InvalidInput unreadable(Path file, IOException e) {
        return new InvalidInput(
                new Problem("unreadable", Location.of(file.toString()), "cannot be read: " + e.getMessage(), ""));
    }
}
