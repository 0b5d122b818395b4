package dev.pave.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of somebody's files in a temporary directory, with which anything may be done. It is deleted when it is closed. */
public final class ScratchCopy implements AutoCloseable {

    /** Processes that were just ended may still be writing. */
    private static final int ATTEMPTS = 3;

    private final Path directory;

    private ScratchCopy(Path directory) {
        this.directory = directory;
    }

    /** Copies all files of an inventory, with their modes. */
    public static ScratchCopy of(Inventory inventory) throws IOException {
        ScratchCopy copy =
                new ScratchCopy(Files.createTempDirectory("pave-copy-").toRealPath());
        try {
            inventory.copyTo(copy.directory);
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Trees.delete(directory);
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
