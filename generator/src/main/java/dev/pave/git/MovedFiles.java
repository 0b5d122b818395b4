package dev.pave.git;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Finds where the user has moved generated files, as git finds renames: by their content. */
public final class MovedFiles {

    /** Git's own threshold, in percent. */
    private static final int SIMILAR = 50;

    private static final int MOST_COMPARED = 1000;

    private final WorkRepository repository;

    public MovedFiles(WorkRepository repository) {
        this.repository = repository;
    }

    /**
     * Where files went.
     *
     * @param gone as they were generated, by the path at which they are no more
     * @param candidates files that are not where Pave generated them
     * @return the new path of each that was found, by its old one
     */
    public Map<String, String> find(Map<String, BlobId> gone, Collection<TrackedFile> candidates) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (ObjectReader reader = repository.jgit().newObjectReader()) {
            RenameDetector detector =
                    new RenameDetector(reader, repository.jgit().getConfig().get(DiffConfig.KEY));
            detector.setRenameScore(SIMILAR);
            detector.setRenameLimit(MOST_COMPARED);
            boolean any = false;
            for (Map.Entry<String, BlobId> file : gone.entrySet()) {
                ObjectId id = ObjectId.fromString(file.getValue().hex());
                if (reader.has(id, Constants.OBJ_BLOB)) {
                    detector.add(new Side(file.getKey(), id, DiffEntry.ChangeType.DELETE));
                    any = true;
                }
            }
            for (TrackedFile file : candidates) {
                ObjectId id = ObjectId.fromString(file.blob().hex());
                if (file.isFile() && reader.has(id, Constants.OBJ_BLOB)) {
                    detector.add(new Side(file.path(), id, DiffEntry.ChangeType.ADD));
                }
            }
            if (any) {
                for (DiffEntry entry : detector.compute()) {
                    if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
                        found.put(entry.getOldPath(), entry.getNewPath());
                    }
                }
            }
        }
        return found;
    }

    /** A file that is on one side only. */
    private static final class Side extends DiffEntry {

        Side(String path, ObjectId id, ChangeType type) {
            boolean isNew = type == ChangeType.ADD;
            AbbreviatedObjectId none = AbbreviatedObjectId.fromObjectId(ObjectId.zeroId());
            AbbreviatedObjectId named = AbbreviatedObjectId.fromObjectId(id);
            changeType = type;
            oldPath = isNew ? DEV_NULL : path;
            newPath = isNew ? path : DEV_NULL;
            oldMode = isNew ? FileMode.MISSING : FileMode.REGULAR_FILE;
            newMode = isNew ? FileMode.REGULAR_FILE : FileMode.MISSING;
            oldId = isNew ? none : named;
            newId = isNew ? named : none;
        }
    }
}
