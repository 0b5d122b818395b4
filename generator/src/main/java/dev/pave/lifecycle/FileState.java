package dev.pave.lifecycle;

import java.util.Locale;

/**
 * A file of a repository, compared with its lock and with a fresh render.
 *
 * @param path relative to the repository, {@code /} between segments; for {@link Label#EXTRA} any name that a file system has
 * @param difference unified, from the fresh render to the file; empty where it is not the text that differs
 */
public record FileState(String path, Label label, String difference) {

    /** What became of it. */
    public enum Label {
        /** As a fresh render makes it. */
        UNTOUCHED,
        /** Not as it was generated: somebody changed it. */
        EDITED,
        /** Generated, and not there any more. */
        MISSING,
        /** As it was generated, but a fresh render makes another, none, or one where none was. */
        OUTDATED,
        /** Never generated, or generated once and the user's own since. */
        EXTRA;

        /** As it is printed: {@code edited}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the repository is off its path here. A file that was never generated is the user's own. */
    public boolean isDrift() {
        return label == Label.EDITED || label == Label.MISSING || label == Label.OUTDATED;
    }

    /** Lines that are not in the fresh render. */
    public long added() {
        return lines('+');
    }

    /** Lines of the fresh render that are not in the file. */
    public long removed() {
        return lines('-');
    }

    private long lines(char sign) {
        // The first two lines name the file.
        return difference
                .lines()
                .skip(2)
                .filter(line -> !line.isEmpty() && line.charAt(0) == sign)
                .count();
    }
}
