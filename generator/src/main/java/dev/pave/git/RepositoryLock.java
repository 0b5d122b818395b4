package dev.pave.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second Pave from working on the same repository. The operating system releases it when the process ends, however it ends. */
public final class RepositoryLock implements AutoCloseable {

    private final FileChannel channel;

    private RepositoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws dev.pave.problem.InvalidInput where another Pave has it */
    public static RepositoryLock take(WorkRepository repository) throws IOException {
        Path folder = Files.createDirectories(repository.privateDirectory());
        Path file = folder.resolve("owner");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new RepositoryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        }
        channel.close();
        throw WorkRepository.refused(
                "pave-is-busy",
                repository.directory(),
                "another Pave is at work here, process " + Files.readString(file),
                "wait until it has ended; nothing was changed");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
