package dev.pave.lifecycle.update;

import dev.pave.git.ContentMerge;
import dev.pave.git.LineEndings;
import dev.pave.lifecycle.update.Outcome.Kind;
import dev.pave.lock.LockedFile;
import dev.pave.plan.FileMode;
import dev.pave.render.RenderedFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns the action for each file into changes, and says what it does. Computes; writes nothing. */
final class FileUpdater {

    private static final String YOUR_LABEL = "yours";

    private final Bases bases;
    private final String theirLabel;
    private final Effects effects;
    private final SortedSet<Outcome> outcomes = new TreeSet<>();
    private final Map<String, RenderedFile> customised = new TreeMap<>();

    /** @param theirLabel how a conflict names the fresh render, as {@code Pave 0.2.0} */
    FileUpdater(Bases bases, String theirLabel, Effects effects) {
        this.bases = bases;
        this.theirLabel = theirLabel;
        this.effects = effects;
    }

    /** What the user is told, by path. */
    SortedSet<Outcome> outcomes() {
        return outcomes;
    }

    /** The fresh render of each file that the user has in a form of its own, by the path of the render. */
    Map<String, RenderedFile> customised() {
        return customised;
    }

    /**
     * Plans one file.
     *
     * @param held what is at the file's old place, or at its first one
     * @param elsewhere where the user has moved it, and what is there
     */
    void plan(Action action, Pair pair, Held held, Optional<Map.Entry<String, Held>> elsewhere) throws IOException {
        String path = pair.path();
        switch (action) {
            case NOTHING, STAYS_DELETED -> {
                // as it is
            }
            case KEEP -> keep(pair);
            case TAKE -> {
                effects.write(
                        path, held, pair.rendered().bytes(), pair.rendered().mode());
                say(pair.old().isEmpty() ? Kind.ADD : Kind.UPDATE, path, "");
            }
            case DELETE -> {
                effects.delete(path, held);
                say(Kind.DELETE, path, "");
            }
            case MOVE -> {
                effects.delete(path, held);
                effects.write(
                        pair.newPath(),
                        Held.nothing(),
                        held,
                        pair.rendered().bytes(),
                        pair.rendered().mode());
                outcomes.add(new Outcome(pair.newPath(), Optional.of(path), Kind.MOVE, ""));
            }
            case MERGE -> merge(pair, path, held, held);
            case MOVE_AND_MERGE -> {
                effects.delete(path, held);
                merge(pair, pair.newPath(), Held.nothing(), held);
            }
            case FOLLOW -> {
                Map.Entry<String, Held> there = elsewhere.orElseThrow();
                merge(pair, there.getKey(), there.getValue(), there.getValue());
            }
            case EDIT_AGAINST_DELETE -> {
                effects.conflict(path, held, bases.find(pair.old().orElseThrow()), pair.old(), Optional.empty());
                say(Kind.CONFLICT, path, "you edited it, and it is no longer generated");
            }
            case STAYS_DELETED_REPORTED -> say(Kind.KEEP, path, "you deleted it; its template has changed");
            case REPORT ->
                say(
                        Kind.KEEP,
                        elsewhere.map(Map.Entry::getKey).orElse(path),
                        pair.now().isPresent()
                                ? "you moved it; it is generated at " + pair.newPath()
                                        + " now, which you may want to follow"
                                : "you moved it; it is no longer generated");
            case COMPARE -> compare(pair, path, held);
            case NEVER_OVERWRITE -> inTheWay(pair, path, held);
        }
    }

    /** Brings a file back as it is generated, because the user asks for it. */
    void restore(Pair pair, Held held) {
        effects.write(
                pair.newPath(), held, pair.rendered().bytes(), pair.rendered().mode());
        say(Kind.RESTORE, pair.newPath(), "");
    }

    /** A file that is written once, such as a migration that may have been applied, stays as it is, whatever is generated now. */
    void leave(Pair pair, Held held) {
        boolean differs = pair.locked().filter(file -> !held.has(file.sha256())).isPresent();
        if (differs && pair.theirs() == Theirs.CHANGED && held.image().isPresent()) {
            say(
                    Kind.KEEP,
                    pair.path(),
                    "written once, and yours since; what is generated now differs, and is for you to carry over");
        }
    }

    private void keep(Pair pair) {
        pair.now().ifPresent(file -> customised.put(file.path().value(), file));
    }

    private void compare(Pair pair, String path, Held held) {
        RenderedFile theirs = pair.rendered();
        if (Arrays.equals(held.text(), LineEndings.toLf(theirs.bytes()))) {
            return;
        }
        keep(pair);
        if (isText(held.text()) && isText(theirs.bytes()) && !held.isFiltered()) {
            ContentMerge.Result merged = ContentMerge.merge(
                    new byte[0], held.text(), LineEndings.toLf(theirs.bytes()), YOUR_LABEL, theirLabel);
            effects.writeConflict(path, held, held, merged.bytes(), held.mode());
        }
        effects.conflict(path, held, Optional.empty(), Optional.empty(), Optional.of(theirs));
        say(Kind.CONFLICT, path, "you have a file where one is generated now");
    }

    private void inTheWay(Pair pair, String path, Held held) {
        RenderedFile theirs = pair.rendered();
        if (held.image().isPresent() && Arrays.equals(held.text(), LineEndings.toLf(theirs.bytes()))) {
            effects.track(path, held);
            say(Kind.ADD, path, "it was there already, and git did not track it");
            return;
        }
        keep(pair);
        switch (held.kind()) {
            case FILE, OTHER -> {
                effects.conflict(path, held, Optional.empty(), Optional.empty(), Optional.of(theirs));
                say(
                        Kind.CONFLICT,
                        path,
                        "what is there is not written to; git show :3:./" + path + " shows what is generated");
            }
            case FOLDER, BLOCKED, NOTHING -> {
                effects.conflictWithoutIndex(path);
                say(
                        Kind.CONFLICT,
                        path,
                        "a folder, a link or another repository is in its place; nothing was written there");
            }
        }
    }

    /**
     * Merges the user's file with the fresh render.
     *
     * @param target where the result goes
     * @param place what is there now
     * @param yours the user's file
     */
    private void merge(Pair pair, String target, Held place, Held yours) throws IOException {
        LockedFile old = pair.old().orElseThrow();
        RenderedFile theirs = pair.rendered();
        FileMode mode = yours.mode() == old.mode() ? theirs.mode() : yours.mode();
        Optional<byte[]> plain = withoutMerge(pair, yours);
        if (plain.isPresent()) {
            done(pair, target, place, yours, plain.get(), mode);
            return;
        }
        Optional<byte[]> base = bases.find(old);
        Optional<String> why = whyNotMerged(yours, theirs, base);
        if (why.isPresent()) {
            conflict(pair, target, place, yours, base, why.get());
            return;
        }
        ContentMerge.Result merged = ContentMerge.merge(
                LineEndings.toLf(base.orElseThrow()),
                yours.text(),
                LineEndings.toLf(theirs.bytes()),
                YOUR_LABEL,
                theirLabel);
        if (merged.conflicts()) {
            keep(pair);
            effects.writeConflict(target, place, yours, merged.bytes(), mode);
            effects.conflict(target, yours, base, pair.old(), Optional.of(theirs));
            moved(pair, target, Kind.CONFLICT, "both sides changed the same lines");
        } else {
            done(pair, target, place, yours, merged.bytes(), mode);
        }
    }

    /** The result where one side has the other's text already, or one side has not changed the text at all. */
    private static Optional<byte[]> withoutMerge(Pair pair, Held yours) {
        LockedFile old = pair.old().orElseThrow();
        LockedFile now = pair.locked().orElseThrow();
        if (!yours.isTrackedFile()) {
            return Optional.empty();
        }
        if (yours.has(old.sha256()) || yours.has(now.sha256())) {
            return Optional.of(pair.rendered().bytes());
        }
        return now.sha256().equals(old.sha256()) && !yours.isFiltered() ? Optional.of(yours.text()) : Optional.empty();
    }

    private static Optional<String> whyNotMerged(Held yours, RenderedFile theirs, Optional<byte[]> base) {
        if (!yours.isTrackedFile()) {
            return Optional.of("you made it something else than a file");
        }
        if (yours.isFiltered()) {
            return Optional.of("a filter of .gitattributes stands between the file and git; yours is kept");
        }
        if (!isText(yours.text()) || !isText(theirs.bytes())) {
            return Optional.of("both sides changed a binary file; yours is kept");
        }
        return base.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "what was generated before is nowhere to be found, so nothing can be merged; yours is kept");
    }

    private void conflict(Pair pair, String target, Held place, Held yours, Optional<byte[]> base, String note) {
        keep(pair);
        if (yours.image().isPresent() && !place.equals(yours)) {
            effects.writeConflict(target, place, yours, yours.bytes(), yours.mode());
        }
        effects.conflict(target, yours, base, pair.old(), pair.now());
        moved(pair, target, Kind.CONFLICT, note);
    }

    private void done(Pair pair, String target, Held place, Held yours, byte[] bytes, FileMode mode) {
        RenderedFile theirs = pair.rendered();
        if (!Arrays.equals(LineEndings.toLf(bytes), LineEndings.toLf(theirs.bytes())) || mode != theirs.mode()) {
            keep(pair);
        }
        boolean same =
                place.equals(yours) && Arrays.equals(yours.text(), LineEndings.toLf(bytes)) && mode == yours.mode();
        if (!same) {
            effects.write(target, place, yours, bytes, mode);
            moved(pair, target, Kind.MERGE, "");
        }
    }

    private void moved(Pair pair, String target, Kind kind, String note) {
        Optional<String> from = Optional.of(pair.path()).filter(path -> !path.equals(target));
        outcomes.add(new Outcome(target, from, kind, note));
    }

    private void say(Kind kind, String path, String note) {
        outcomes.add(new Outcome(path, Optional.empty(), kind, note));
    }

    private static boolean isText(byte[] bytes) {
        return LockedFile.Type.of(bytes) == LockedFile.Type.TEXT;
    }
}
