package dev.pave.workspace;

import java.util.Comparator;

/**
 * One way in which a directory is not what a rendering says.
 *
 * @param path relative to the directory, {@code /} between segments; for {@link Kind#EXTRA} any name that a file system has
 */
public record Difference(String path, Kind kind) implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::path).thenComparing(Difference::kind);

    /** What differs. */
    public enum Kind {
        /** Rendered, and not there. */
        MISSING("is missing"),
        /** There with other bytes. */
        CONTENT("differs"),
        /** There with the right bytes, but executable where it should not be, or the other way round. */
        MODE("has another mode"),
        /** A link, a directory or something else is in the place of a file, or of a folder that a file should be in. */
        NOT_A_FILE("is not a file"),
        /** There, not rendered and not ignored. */
        EXTRA("is not generated");

        private final String says;

        Kind(String says) {
            this.says = says;
        }
    }

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /** {@code path: differs}. */
    @Override
    public String toString() {
        return path + ": " + kind.says;
    }
}
