package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Reads the files of a commit out of the object database, without a work tree: nothing is checked out, so no filter, no hook and no link of theirs
 * comes to life. The name of each object is computed again from its bytes: what is broken is never used. The bounds are those of a template root in a
 * directory.
 */
final class TemplateObjects {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_BYTES_OF_ALL = 64 << 20;
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 40;
    private static final byte[] LFS = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private final ObjectReader objects;
    private final String name;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private long bytesOfAll;

    private TemplateObjects(ObjectReader objects, String name) {
        this.objects = objects;
        this.name = name;
    }

    /**
     * All files under a folder of a commit, by path relative to the folder.
     *
     * @param folder with {@code /} between segments; empty for the root
     * @param name of the commit, for problems
     * @throws IOException where an object is missing, or is not what its name says
     * @throws InvalidInput where the commit holds what a template root may not
     */
    static SortedMap<String, byte[]> read(Repository repository, String commit, String folder, String name)
            throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            TemplateObjects objects = new TemplateObjects(reader, name);
            byte[] bytes = objects.verified(ObjectId.fromString(commit), Constants.OBJ_COMMIT, name);
            ObjectId root = RevCommit.parse(bytes).getTree();
            objects.walk(folder.isEmpty() ? root : objects.folder(root, folder), "", 0);
            return Collections.unmodifiableSortedMap(objects.files);
        }
    }

    private ObjectId folder(ObjectId root, String folder) throws IOException {
        ObjectId tree = root;
        for (String segment : folder.split("/", -1)) {
            CanonicalTreeParser entries = entries(tree, folder);
            while (!entries.eof() && !entries.getEntryPathString().equals(segment)) {
                entries.next();
            }
            if (entries.eof() || entries.getEntryFileMode() != FileMode.TREE) {
                throw refused("", "has no folder '" + folder + "'", "name the folder that holds paths/ and features/");
            }
            tree = entries.getEntryObjectId();
        }
        return tree;
    }

    private CanonicalTreeParser entries(ObjectId tree, String path) throws IOException {
        CanonicalTreeParser entries = new CanonicalTreeParser();
        entries.reset(verified(tree, Constants.OBJ_TREE, path));
        return entries;
    }

    private void walk(ObjectId tree, String prefix, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw refused(prefix, "is nested deeper than " + DEEPEST + " folders", "");
        }
        for (CanonicalTreeParser entries = entries(tree, prefix); !entries.eof(); entries.next()) {
            String segment = entries.getEntryPathString();
            String path = prefix + segment;
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.indexOf('\\') >= 0
                    || segment.equalsIgnoreCase(Constants.DOT_GIT)) {
                throw refused(path, "is no name of a template", "");
            }
            FileMode mode = entries.getEntryFileMode();
            if (mode == FileMode.TREE) {
                walk(entries.getEntryObjectId(), path + "/", depth + 1);
            } else if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
                add(path, verified(entries.getEntryObjectId(), Constants.OBJ_BLOB, path));
            } else if (mode == FileMode.GITLINK) {
                throw refused(path, "is a submodule", "templates are plain files of one repository; copy them in");
            } else {
                throw refused(path, "is a link", "templates are plain files; copy the content");
            }
        }
    }

    private void add(String path, byte[] bytes) {
        bytesOfAll += bytes.length;
        if (files.size() == MOST_FILES || bytesOfAll > MOST_BYTES_OF_ALL) {
            throw refused(
                    path,
                    "is more than " + MOST_FILES + " files or " + (MOST_BYTES_OF_ALL >> 20) + " MiB",
                    "is this the right repository?");
        }
        if (bytes.length >= LFS.length && Arrays.equals(bytes, 0, LFS.length, LFS, 0, LFS.length)) {
            throw refused(path, "is kept in Git LFS", "filters do not run on templates; commit the file itself");
        }
        files.put(path, bytes);
    }

    private byte[] verified(AnyObjectId id, int type, String path) throws IOException {
        ObjectLoader loader = objects.open(id, type);
        if (loader.getSize() > MOST_BYTES) {
            throw refused(path, "is larger than " + MOST_BYTES + " bytes", "");
        }
        byte[] bytes;
        try {
            bytes = loader.getCachedBytes(MOST_BYTES);
        } catch (LargeObjectException e) {
            throw new CorruptObjectException(id, "its size is not what it says");
        }
        try (ObjectInserter naming = new ObjectInserter.Formatter()) {
            if (!naming.idFor(type, bytes).equals(id)) {
                throw new CorruptObjectException(id, "its bytes have another name");
            }
        }
        return bytes;
    }

    private InvalidInput refused(String path, String message, String remedy) {
        return new InvalidInput(
                new Problem("template-root", Location.of(path.isEmpty() ? name : name + "/" + path), message, remedy));
    }
}
