package dev.pave.lock;

import dev.pave.git.BlobId;
import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.render.RenderedFile;

/**
 * A generated file as it was rendered, whatever became of it in the repository since.
 *
 * @param type whether its lines can be merged
 * @param sha256 of the bytes as rendered
 * @param blob the name that git gives to the same bytes
 * @param owner the golden path or feature that it belongs to
 * @param source path of its template in the template root; empty for {@code pave.yaml}
 * @param once whether it is the user's from the first time on, and never written again
 */
public record LockedFile(
        ProjectPath path,
        FileMode mode,
        Type type,
        Sha256 sha256,
        BlobId blob,
        String owner,
        String source,
        boolean once) {

    /** What a file holds. */
    public enum Type {
        TEXT,
        BINARY;

        /** As git judges: a NUL byte near the beginning makes it binary. */
        public static Type of(byte[] bytes) {
            for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
                if (bytes[i] == 0) {
                    return BINARY;
                }
            }
            return TEXT;
        }

        private static final int LOOKED_AT = 8_000;
    }

    /** The entry of a file of a rendering. */
    public static LockedFile of(RenderedFile file, boolean once) {
        return new LockedFile(
                file.path(),
                file.mode(),
                Type.of(file.bytes()),
                Sha256.of(file.bytes()),
                BlobId.of(file.bytes()),
                file.owner(),
                file.source(),
                once);
    }

    /** Whether a rendering of today has the same bytes and mode. */
    public boolean isSameAs(LockedFile other) {
        return sha256.equals(other.sha256) && mode == other.mode;
    }
}
