package dev.pave.git;

import dev.pave.plan.FileMode;

/**
 * A path that git's index holds.
 *
 * @param path relative to the repository of the service
 */
public record TrackedFile(String path, BlobId blob, IndexEntry.Kind kind) {

    public FileMode mode() {
        return kind == IndexEntry.Kind.EXECUTABLE ? FileMode.EXECUTABLE : FileMode.REGULAR;
    }

    /** Whether it is a file, and neither a link nor a submodule. */
    public boolean isFile() {
        return kind == IndexEntry.Kind.REGULAR || kind == IndexEntry.Kind.EXECUTABLE;
    }
}
