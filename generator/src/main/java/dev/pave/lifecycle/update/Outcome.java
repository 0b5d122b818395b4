package dev.pave.lifecycle.update;

import java.util.Locale;
import java.util.Optional;

/**
 * What an update does with a file, as the user is told before it is done.
 *
 * @param from where the file was, if it moves
 * @param note what the user should know; empty where the kind says it all
 */
public record Outcome(String path, Optional<String> from, Kind kind, String note) implements Comparable<Outcome> {

    /** What is done. */
    public enum Kind {
        ADD,
        UPDATE,
        DELETE,
        MOVE,
        MERGE,
        RESTORE,
        /** The user's file stays as it is, and the user should know why. */
        KEEP,
        CONFLICT;

        /** As it is printed: {@code update}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(Outcome other) {
        int byPath = path.compareTo(other.path);
        return byPath == 0 ? kind.compareTo(other.kind) : byPath;
    }

    /** {@code merge     old.txt -> new.txt  (note)}. */
    @Override
    public String toString() {
        String paths = from.map(old -> old + " -> ").orElse("") + path;
        String says = note.isEmpty() ? "" : "  (" + oneLine(note) + ")";
        return String.format(Locale.ROOT, "%-9s %s%s", kind, oneLine(paths), says);
    }

    /** Users may give files any name, and this goes to terminals and commit messages. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
