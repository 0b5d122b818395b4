package dev.pave.lifecycle.update;

import dev.pave.git.BlobId;
import dev.pave.git.IndexEntry;
import dev.pave.git.LineEndings;
import dev.pave.git.TrackedFile;
import dev.pave.lock.LockedFile;
import dev.pave.lock.Sha256;
import dev.pave.plan.FileMode;
import dev.pave.workspace.FileChange.Image;
import dev.pave.workspace.PlaceOnDisk;
import java.util.Optional;

/**
 * What the user's repository holds at a path.
 *
 * @param image of the file on disk
 * @param tracked what git's index has of it
 */
record Held(PlaceOnDisk.Kind kind, Optional<Image> image, Optional<TrackedFile> tracked) {

    static Held nothing() {
        return new Held(PlaceOnDisk.Kind.NOTHING, Optional.empty(), Optional.empty());
    }

    boolean isNothing() {
        return kind == PlaceOnDisk.Kind.NOTHING;
    }

    /** A file that git tracks as one. */
    boolean isTrackedFile() {
        return image.isPresent() && tracked.filter(TrackedFile::isFile).isPresent();
    }

    byte[] bytes() {
        return image.map(Image::bytes).orElse(new byte[0]);
    }

    boolean isCrlf() {
        return LineEndings.isCrlf(bytes());
    }

    /** What a merge sees: the same text whichever line endings the work tree has. */
    byte[] text() {
        return LineEndings.toLf(bytes());
    }

    /** Whether git keeps the very bytes that are on disk. */
    boolean isKeptAsItIs() {
        return tracked.filter(file -> file.blob().equals(BlobId.of(bytes()))).isPresent();
    }

    /** Whether a filter stands between the file and what git keeps, so that Pave cannot know how to write it. */
    boolean isFiltered() {
        return isTrackedFile()
                && !isKeptAsItIs()
                && tracked.filter(file -> file.blob().equals(BlobId.of(text()))).isEmpty();
    }

    /** As git has it, which knows it where the file system does not. */
    FileMode mode() {
        return tracked.filter(TrackedFile::isFile)
                .map(TrackedFile::mode)
                .or(() -> image.map(Image::mode))
                .orElse(FileMode.REGULAR);
    }

    boolean has(Sha256 sha256) {
        return image.isPresent()
                && (Sha256.of(bytes()).equals(sha256) || Sha256.of(text()).equals(sha256));
    }

    boolean isAs(LockedFile locked) {
        return has(locked.sha256()) && mode() == locked.mode();
    }

    /** The bytes for the disk: with the line endings that the file has now. */
    byte[] forDisk(byte[] bytes) {
        return isCrlf() ? LineEndings.toCrlf(bytes) : bytes;
    }

    /** The bytes for git: with CRLF only where git keeps them so now. */
    byte[] forGit(byte[] bytes) {
        return isCrlf() && !isKeptAsItIs() ? LineEndings.toLf(bytes) : forDisk(bytes);
    }

    /** The side of a conflict that is the user's; empty where git does not track it. */
    Optional<IndexEntry> stage(String path) {
        return tracked.map(file -> new IndexEntry(path, IndexEntry.YOURS, file.blob(), file.kind()));
    }
}
