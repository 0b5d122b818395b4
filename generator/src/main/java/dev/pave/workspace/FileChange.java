package dev.pave.workspace;

import dev.pave.plan.FileMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file was, and what it becomes.
 *
 * @param path relative to the directory, {@code /} between segments
 * @param before empty where there was none
 * @param after empty where there will be none
 */
public record FileChange(String path, Optional<Image> before, Optional<Image> after) {

    /** A file's content and mode. */
    @SuppressWarnings("ArrayRecordComponent") // equality is by content
    public record Image(byte[] bytes, FileMode mode) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Image image && mode == image.mode && Arrays.equals(bytes, image.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes, " + mode;
        }
    }

    public static FileChange write(String path, Optional<Image> before, byte[] bytes, FileMode mode) {
        return new FileChange(path, before, Optional.of(new Image(bytes, mode)));
    }

    public static FileChange delete(String path, Image before) {
        return new FileChange(path, Optional.of(before), Optional.empty());
    }

    public boolean isNothing() {
        return before.equals(after);
    }
}
