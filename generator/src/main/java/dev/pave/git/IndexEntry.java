package dev.pave.git;

import dev.pave.plan.FileMode;

/**
 * What git's index is to hold for a path.
 *
 * @param path relative to the repository of the service, {@code /} between segments
 * @param stage {@link #MERGED}, or one of the three sides of a conflict
 */
public record IndexEntry(String path, int stage, BlobId blob, Kind kind) {

    public static final int MERGED = 0;
    public static final int BASE = 1;
    public static final int YOURS = 2;
    public static final int THEIRS = 3;

    /** What git tracks. */
    public enum Kind {
        REGULAR(0100644),
        EXECUTABLE(0100755),
        LINK(0120000),
        MODULE(0160000);

        private final int bits;

        Kind(int bits) {
            this.bits = bits;
        }

        int bits() {
            return bits;
        }

        static Kind of(int bits) {
            for (Kind kind : values()) {
                if (kind.bits == bits) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("git has no mode " + Integer.toOctalString(bits));
        }

        /** Of a file that Pave writes. */
        public static Kind of(FileMode mode) {
            return mode == FileMode.EXECUTABLE ? EXECUTABLE : REGULAR;
        }
    }
}
