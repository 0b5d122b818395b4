package dev.pave.git;

import dev.pave.plan.FileMode;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * The name that git gives to a whole directory: two renderings with the same tree id have the same paths, bytes and modes.
 *
 * @param hex 40 lower-case hexadecimal digits
 */
public record TreeId(String hex) {

    /** @throws IllegalArgumentException where the text is not an object id */
    public TreeId {
        Hex.check(hex);
    }

    /** The tree that a commit of this rendering has. Needs no repository and writes nothing. */
    public static TreeId of(Rendering rendering) {
        try (ObjectInserter inserter = new Naming()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            for (RenderedFile file : rendering.files()) {
                builder.add(
                        entry(file, ObjectId.fromString(BlobId.of(file.bytes()).hex())));
            }
            builder.finish();
            return new TreeId(index.writeTree(inserter).name());
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read or written here", e);
        }
    }

    static DirCacheEntry entry(RenderedFile file, ObjectId blob) {
        DirCacheEntry entry = new DirCacheEntry(file.path().value());
        entry.setFileMode(
                file.mode() == FileMode.EXECUTABLE
                        ? org.eclipse.jgit.lib.FileMode.EXECUTABLE_FILE
                        : org.eclipse.jgit.lib.FileMode.REGULAR_FILE);
        entry.setObjectId(blob);
        return entry;
    }

    /** Names objects, and stores none. */
    private static final class Naming extends ObjectInserter.Formatter {

        @Override
        public ObjectId insert(int type, byte[] data, int offset, int length) {
            return idFor(type, data, offset, length);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
