package dev.pave.lifecycle.update;

import dev.pave.git.BlobId;
import dev.pave.git.IndexEntry;
import dev.pave.lock.LockedFile;
import dev.pave.plan.FileMode;
import dev.pave.render.RenderedFile;
import dev.pave.workspace.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what an update does to work tree, index and object database. */
final class Effects {

    private final List<FileChange> files = new ArrayList<>();
    private final List<IndexEntry> index = new ArrayList<>();
    private final SortedSet<String> touched = new TreeSet<>();
    private final SortedSet<String> conflicts = new TreeSet<>();
    private final List<byte[]> blobs = new ArrayList<>();

    /** A file is written, in the line endings that the one in its place has, and staged. */
    void write(String path, Held place, byte[] bytes, FileMode mode) {
        write(path, place, place, bytes, mode);
    }

    /** A file is written, in the line endings of another, and staged. */
    void write(String path, Held place, Held like, byte[] bytes, FileMode mode) {
        change(FileChange.write(path, place.image(), like.forDisk(bytes), mode));
        stage(path, IndexEntry.MERGED, like.forGit(bytes), mode);
    }

    /** What is there is staged as it is. */
    void track(String path, Held held) {
        stage(
                path,
                IndexEntry.MERGED,
                held.tracked().isPresent() ? held.forGit(held.text()) : held.bytes(),
                held.mode());
    }

    void delete(String path, Held held) {
        held.image().ifPresent(image -> change(FileChange.delete(path, image)));
        touched.add(path);
    }

    /** The text of a file in conflict is written; the index gets the three sides from {@link #conflict}. */
    void writeConflict(String path, Held place, Held like, byte[] bytes, FileMode mode) {
        change(FileChange.write(path, place.image(), like.forDisk(bytes), mode));
    }

    /** The sides of a conflict, each where there is one. */
    void conflict(
            String path, Held yours, Optional<byte[]> base, Optional<LockedFile> old, Optional<RenderedFile> theirs) {
        conflicts.add(path);
        touched.add(path);
        base.ifPresent(bytes ->
                stage(path, IndexEntry.BASE, bytes, old.map(LockedFile::mode).orElse(FileMode.REGULAR)));
        yours.stage(path).ifPresent(index::add);
        theirs.ifPresent(file -> stage(path, IndexEntry.THEIRS, file.bytes(), file.mode()));
    }

    private void stage(String path, int stage, byte[] bytes, FileMode mode) {
        blobs.add(bytes);
        touched.add(path);
        index.add(new IndexEntry(path, stage, BlobId.of(bytes), IndexEntry.Kind.of(mode)));
    }

    private void change(FileChange change) {
        if (!change.isNothing()) {
            files.add(change);
        }
    }

    /** A file without a copy in the work tree may be in conflict, too: its place is taken by something that is not written to. */
    void conflictWithoutIndex(String path) {
        conflicts.add(path);
    }

    List<FileChange> files() {
        return files;
    }

    List<IndexEntry> index() {
        return index;
    }

    List<String> touched() {
        return List.copyOf(touched);
    }

    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    List<byte[]> blobs() {
        return blobs;
    }
}
