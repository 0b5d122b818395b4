package dev.pave.git;

import dev.pave.problem.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Whether everything is committed that an update could touch: nothing is staged anywhere, and no tracked file of the service's folder has changed.
 * JGit's own status is not used, since it runs the filters of {@code .gitattributes}, which are programs.
 */
public final class CleanCheck {

    private static final int MOST_NAMED = 10;

    private final WorkRepository repository;
    private final boolean modesCount;

    public CleanCheck(WorkRepository repository) {
        this.repository = repository;
        this.modesCount = repository
                .jgit()
                .getConfig()
                .getBoolean(ConfigConstants.CONFIG_CORE_SECTION, ConfigConstants.CONFIG_KEY_FILEMODE, true);
    }

    /**
     * Requires a clean repository.
     *
     * @param tolerated a path of the service that may have changed
     * @throws InvalidInput naming what is not clean
     */
    public void require(String tolerated) throws IOException {
        Set<String> unclean = new TreeSet<>(staged());
        unclean.addAll(changed());
        unclean.remove(repository.inRoot(tolerated));
        if (!unclean.isEmpty()) {
            List<String> named = unclean.stream().limit(MOST_NAMED).toList();
            int more = unclean.size() - named.size();
            throw WorkRepository.refused(
                    "not-clean",
                    repository.directory(),
                    "not everything is committed: " + String.join(", ", named)
                            + (more > 0 ? " and " + more + " more" : ""),
                    "commit or stash " + (unclean.size() == 1 ? "it" : "them") + " first; nothing was changed");
        }
    }

    /** Whether nothing is staged, and no tracked file has changed. */
    public boolean isClean() throws IOException {
        return staged().isEmpty() && changed().isEmpty();
    }

    private Set<String> staged() throws IOException {
        Set<String> staged = new TreeSet<>(repository.unmerged());
        Repository jgit = repository.jgit();
        ObjectId head = jgit.resolve(Constants.HEAD);
        try (TreeWalk walk = new TreeWalk(jgit);
                RevWalk commits = new RevWalk(jgit)) {
            if (head == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(commits.parseCommit(head).getTree());
            }
            walk.addTree(new DirCacheIterator(repository.readIndex()));
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.setRecursive(true);
            while (walk.next()) {
                staged.add(walk.getPathString());
            }
        }
        return staged;
    }

    private Set<String> changed() throws IOException {
        Set<String> changed = new TreeSet<>();
        DirCache index = repository.readIndex();
        Path root = repository.jgit().getWorkTree().toPath();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            String path = entry.getPathString();
            if (path.startsWith(repository.inRoot("")) && !isUnchanged(entry, root.resolve(path))) {
                changed.add(path);
            }
        }
        return changed;
    }

    private boolean isUnchanged(DirCacheEntry entry, Path file) throws IOException {
        int kind = entry.getRawMode() & FileMode.TYPE_MASK;
        if (kind == FileMode.TYPE_GITLINK) {
            // What happens inside a submodule is its own matter.
            return true;
        }
        if (entry.isSkipWorkTree()) {
            throw WorkRepository.refused(
                    "sparse-checkout",
                    repository.directory(),
                    "a sparse checkout leaves out tracked files, as " + entry.getPathString(),
                    "git sparse-checkout disable; nothing was changed");
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (kind == FileMode.TYPE_SYMLINK) {
            return attributes.isSymbolicLink()
                    && BlobId.of(Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8))
                            .hex()
                            .equals(entry.getObjectId().name());
        }
        return attributes.isRegularFile() && hasMode(entry, file) && hasContent(entry, file, attributes);
    }

    private boolean hasMode(DirCacheEntry entry, Path file) throws IOException {
        if (!modesCount || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        boolean executable = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                .contains(PosixFilePermission.OWNER_EXECUTE);
        return executable == (entry.getRawMode() == FileMode.TYPE_FILE + 0755);
    }

    /** Looks at the bytes first: time stamps and sizes can lie, and a few hundred files are read in no time. */
    private boolean hasContent(DirCacheEntry entry, Path file, BasicFileAttributes attributes) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String wanted = entry.getObjectId().name();
        return BlobId.of(bytes).hex().equals(wanted)
                || BlobId.of(LineEndings.toLf(bytes)).hex().equals(wanted)
                || isAsCheckedOut(entry, attributes);
    }

    /**
     * A file that a filter has written, such as one of Git LFS, has other bytes than its blob. Git then goes by size and time, unless the index is as
     * young as the file.
     */
    private boolean isAsCheckedOut(DirCacheEntry entry, BasicFileAttributes attributes) throws IOException {
        Instant written = Files.getLastModifiedTime(
                        repository.jgit().getIndexFile().toPath())
                .toInstant();
        Instant modified = attributes.lastModifiedTime().toInstant();
        return entry.getLength() == attributes.size()
                && entry.getLastModifiedInstant().equals(modified)
                && modified.isBefore(written);
    }
}
