package dev.pave.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A hidden directory beside a target, in which the target is prepared: {@code .pave-new-<target>-<process>-<random>/}. It holds {@code tree/},
 * which becomes the target, and {@code owner}, a file that the process that prepares it keeps locked for as long as it lives. Who gets that
 * lock knows that the owner is dead, and may clear away what it left; the operating system releases it however the owner ends.
 *
 * <p>Nobody else can look or write into it (mode 0700), so that no link can be slipped in between a check and a write.
 */
final class TemporarySibling implements AutoCloseable {

    /** A process must not open its own lock file again: closing it would release the lock, on POSIX systems. */
    private static final String THIS_PROCESS = random();

    private static final String OWNER = "owner";
    private static final String TREE = "tree";
    private static final int ATTEMPTS = 10;

    private final Path directory;
    private final @Nullable FileChannel lock;

    private TemporarySibling(Path directory, @Nullable FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Makes one for a target whose parent exists. */
    static TemporarySibling of(Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path directory = target.resolveSibling(prefix(target) + THIS_PROCESS + "-" + random());
            FileAttribute<?>[] attributes = RenderingFiles.knowsModes(target)
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            try {
                Files.createDirectory(directory, attributes);
                return new TemporarySibling(directory, lock(directory));
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                // Another process took it for an abandoned one, in the moment before it was locked.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static @Nullable FileChannel lock(Path directory) throws IOException {
        Path file = directory.resolve(OWNER);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (IOException e) {
            // A file system without locks: nobody else gets this lock either, so nobody clears it away.
            channel.close();
            return null;
        }
        if (lock == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            channel.close();
            throw new NoSuchFileException(file.toString());
        }
        return channel;
    }

    /** Clears away what killed runs for the same target left. What cannot be removed stays: it is in nobody's way. */
    static void removeAbandoned(Path target) {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(target.getParent(), prefix(target) + "*")) {
            for (Path sibling : siblings) {
                if (!sibling.getFileName().toString().startsWith(prefix(target) + THIS_PROCESS)
                        && Files.isDirectory(sibling, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfAbandoned(sibling);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Not worth failing for: the new directory does not depend on it.
        }
    }

    private static void removeIfAbandoned(Path sibling) throws IOException {
        Path file = sibling.resolve(OWNER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                // The owner file goes last, so that a kill in between leaves what the next run can recognise.
                Trees.delete(sibling.resolve(TREE));
                Trees.delete(sibling);
            }
        } catch (NoSuchFileException e) {
            deleteIfEmpty(sibling);
        } catch (OverlappingFileLockException e) {
            // Another thread is at it.
        }
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException e) {
            // It has an owner by now.
        }
    }

    /** What becomes the target. */
    Path tree() {
        return directory.resolve(TREE);
    }

    @Override
    public void close() throws IOException {
        try {
            Trees.delete(directory.resolve(TREE));
            Trees.delete(directory);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /** The target's name as a check sum: the name itself may be as long as a name can be. */
    private static String prefix(Path target) {
        CRC32 name = new CRC32();
        name.update(target.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        return ".pave-new-" + HexFormat.of().toHexDigits((int) name.getValue()) + "-";
    }

    /**
     * Unlikely to be met twice, and no secret: the directory is made anew or not at all, and is closed to others from the start. A secure
     * random number would cost a process thirty milliseconds.
     */
    static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
