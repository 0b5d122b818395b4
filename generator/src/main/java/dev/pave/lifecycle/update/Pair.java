package dev.pave.lifecycle.update;

import dev.pave.lock.LockedFile;
import dev.pave.render.RenderedFile;
import java.util.Optional;

/**
 * A generated file, as it was and as it is rendered now. One of the two is there.
 *
 * @param old empty where it is new
 * @param now empty where it is no longer made
 * @param once whether it is the user's from the first time on
 */
record Pair(Optional<LockedFile> old, Optional<RenderedFile> now, Optional<LockedFile> locked, boolean once) {

    /** Where it was, or will be for the first time. */
    String path() {
        return old.map(file -> file.path().value()).orElseGet(this::newPath);
    }

    /** Where it will be, or was for the last time. */
    String newPath() {
        return now.map(file -> file.path().value())
                .or(() -> old.map(file -> file.path().value()))
                .orElseThrow();
    }

    boolean isMoved() {
        return old.isPresent() && now.isPresent() && !path().equals(newPath());
    }

    Theirs theirs() {
        if (now.isEmpty()) {
            return Theirs.DELETED;
        }
        if (isMoved()) {
            return Theirs.MOVED;
        }
        boolean same = old.isPresent() && locked.isPresent() && old.get().isSameAs(locked.get());
        return same ? Theirs.UNCHANGED : Theirs.CHANGED;
    }

    RenderedFile rendered() {
        return now.orElseThrow();
    }

    /** The two halves by themselves, where the file cannot move because its new place is taken. */
    Pair withoutNew() {
        return new Pair(old, Optional.empty(), Optional.empty(), once);
    }

    Pair withoutOld() {
        return new Pair(Optional.empty(), now, locked, once);
    }
}
