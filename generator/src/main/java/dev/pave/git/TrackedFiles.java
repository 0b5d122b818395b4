package dev.pave.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** What the index of the repository at or around a directory holds, and git can therefore give back. */
public final class TrackedFiles {

    private static final String LINK = "gitdir: ";

    private final Path directory;
    private final Path root;
    private final @Nullable DirCache index;

    /** @param directory exists; paths are relative to it */
    public TrackedFiles(Path directory) throws IOException {
        IsolatedJGit.install();
        this.directory = directory.toRealPath();
        Optional<Path> repository = Files.exists(this.directory.resolve(Constants.DOT_GIT))
                ? Optional.of(this.directory)
                : FirstCommit.enclosing(this.directory);
        this.root = repository.orElse(this.directory);
        this.index = repository.isPresent()
                ? DirCache.read(gitDirectory(root).resolve("index").toFile(), FS.DETECTED)
                : null;
    }

    /**
     * Whether git has the very bytes that are there, so that nothing is lost where they are deleted.
     *
     * @param path of a file or a link, {@code /} between segments
     */
    public boolean canRestore(String path) throws IOException {
        Path file = directory.resolve(path);
        if (index == null) {
            return false;
        }
        DirCacheEntry entry = index.getEntry(root.relativize(file).toString().replace('\\', '/'));
        return entry != null && entry.getStage() == DirCacheEntry.STAGE_0 && id(file).equals(entry.getObjectId());
    }

    /** Files that the index holds below the directory, relative to it, whether they are there or not; no links, no repositories inside. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        String prefix = root.equals(directory)
                ? ""
                : root.relativize(directory).toString().replace('\\', '/') + "/";
        for (int i = 0; index != null && i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if ((entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                    && entry.getPathString().startsWith(prefix)) {
                paths.add(entry.getPathString().substring(prefix.length()));
            }
        }
        return paths;
    }

    private static ObjectId id(Path file) throws IOException {
        try (ObjectInserter.Formatter naming = new ObjectInserter.Formatter()) {
            if (Files.isSymbolicLink(file)) {
                byte[] leadsTo = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
                return naming.idFor(Constants.OBJ_BLOB, leadsTo);
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return ObjectId.zeroId();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return naming.idFor(Constants.OBJ_BLOB, Files.size(file), in);
            }
        }
    }

    /** In a work tree of another repository, and in a submodule, {@code .git} is a file that says where it is. */
    private static Path gitDirectory(Path root) throws IOException {
        Path git = root.resolve(Constants.DOT_GIT);
        if (!Files.isRegularFile(git)) {
            return git;
        }
        String text = Files.readString(git).strip();
        return text.startsWith(LINK) ? root.resolve(text.substring(LINK.length())) : git;
    }
}
