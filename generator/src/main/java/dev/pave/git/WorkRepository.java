package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;

/**
 * The git repository that a generated service lies in, at its top or in a folder of it; with a git directory of its own, in a linked work tree or
 * as a submodule. Filters of {@code .gitattributes} are not run, and hooks only for a commit.
 */
public final class WorkRepository implements AutoCloseable {

    private final Path directory;
    private final String prefix;
    private final Repository repository;
    private final GitEnvironment environment;

    private WorkRepository(Path directory, String prefix, Repository repository, GitEnvironment environment) {
        this.directory = directory;
        this.prefix = prefix;
        this.repository = repository;
        this.environment = environment;
    }

    /**
     * Opens the repository at or around a directory.
     *
     * @throws InvalidInput where there is none, or one of a kind that Pave cannot read without harm
     */
    public static WorkRepository open(Path given, GitEnvironment environment) {
        IsolatedJGit.install();
        try {
            Path directory = given.toRealPath();
            Path root = Files.exists(directory.resolve(Constants.DOT_GIT))
                    ? directory
                    : FirstCommit.enclosing(directory)
                            .orElseThrow(() -> refused(
                                    "no-git",
                                    given,
                                    "there is no git repository here, so an update could not be taken back",
                                    "git init && git add -A && git commit -m 'feat: start'"));
            FS fs = FS.DETECTED.newInstance();
            if (fs instanceof FS_POSIX posix) {
                // JGit would start a shell to ask for it.
                posix.setUmask(022);
            }
            Repository repository = new FileRepositoryBuilder()
                    .setFS(fs)
                    .setWorkTree(root.toFile())
                    .setMustExist(true)
                    .build();
            String path = root.relativize(directory).toString().replace('\\', '/');
            WorkRepository opened =
                    new WorkRepository(directory, path.isEmpty() ? "" : path + "/", repository, environment);
            opened.requireReadable(given);
            return opened;
        } catch (IOException | IllegalArgumentException e) {
            throw refused("unreadable-git", given, "the git repository cannot be read: " + e.getMessage(), "");
        }
    }

    private void requireReadable(Path given) {
        String format = repository.getConfig().getString("extensions", null, "objectFormat");
        if (format != null && !format.equalsIgnoreCase("sha1")) {
            repository.close();
            throw refused(
                    "unreadable-git",
                    given,
                    "the git repository names its objects by " + format + ", which Pave cannot read",
                    "nothing was changed");
        }
        try {
            readIndex();
        } catch (IOException e) {
            repository.close();
            throw refused(
                    "unreadable-git",
                    given,
                    "git's index cannot be read: " + e.getMessage(),
                    "a split index: git update-index --no-split-index; a sparse one: git sparse-checkout disable;"
                            + " nothing was changed");
        }
    }

    /** The folder of the service, without links. */
    public Path directory() {
        return directory;
    }

    /** A folder in the git directory, of this work tree, that is Pave's. It need not exist. */
    public Path privateDirectory() {
        return repository.getDirectory().toPath().resolve("pave");
    }

    Repository jgit() {
        return repository;
    }

    /** The same path as git names it. */
    String inRoot(String path) {
        return prefix + path;
    }

    DirCache readIndex() throws IOException {
        return repository.readDirCache();
    }

    /** Who commits, by the environment, the user's configuration and that of the repository. */
    Identity identity() {
        Config config = UserGitConfig.read(
                environment,
                repository.getWorkTree().toPath(),
                repository.getCommonDirectory().toPath());
        return Identity.read(environment, config);
    }

    /** @throws InvalidInput where git does not know who the user is */
    public void requireIdentity() {
        identity();
    }

    /** The index as it is on disk; empty where nothing was ever staged. */
    public byte[] indexBytes() throws IOException {
        Path index = repository.getIndexFile().toPath();
        return Files.exists(index) ? Files.readAllBytes(index) : new byte[0];
    }

    /** @throws InvalidInput where a merge, a rebase or the like is not finished */
    public void requireSettled() {
        RepositoryState state = repository.getRepositoryState();
        if (state != RepositoryState.SAFE) {
            throw refused(
                    "git-is-busy",
                    directory,
                    "git is in the middle of something here: " + state.getDescription(),
                    "finish or abort that first; nothing was changed");
        }
    }

    /** What the index holds of the service's folder, by path relative to it; what is in conflict is left out. */
    public Map<String, TrackedFile> tracked() throws IOException {
        Map<String, TrackedFile> tracked = new TreeMap<>();
        DirCache index = readIndex();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            String path = entry.getPathString();
            if (path.startsWith(prefix) && entry.getStage() == DirCacheEntry.STAGE_0) {
                String relative = path.substring(prefix.length());
                tracked.put(
                        relative,
                        new TrackedFile(
                                relative,
                                new BlobId(entry.getObjectId().name()),
                                IndexEntry.Kind.of(entry.getRawMode())));
            }
        }
        return tracked;
    }

    /** The paths of the whole repository that are in conflict, as git names them. */
    public List<String> unmerged() throws IOException {
        List<String> unmerged = new ArrayList<>();
        DirCache index = readIndex();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (entry.getStage() != DirCacheEntry.STAGE_0 && !unmerged.contains(entry.getPathString())) {
                unmerged.add(entry.getPathString());
            }
        }
        return unmerged;
    }

    /** The commit that is checked out; empty before the first one. */
    public Optional<String> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(ObjectId::name);
    }

    /**
     * A blob of the object database; empty where it is not there, as in a shallow clone or after garbage collection.
     *
     * @param mostBytes larger ones count as not there
     */
    public Optional<byte[]> blob(BlobId id, int mostBytes) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            ObjectLoader loader = reader.open(ObjectId.fromString(id.hex()), Constants.OBJ_BLOB);
            return loader.getSize() > mostBytes ? Optional.empty() : Optional.of(loader.getCachedBytes(mostBytes));
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    /** Stores blobs. Until an index or a tree names them, git may clear them away again. */
    public void insert(Collection<byte[]> blobs) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            for (byte[] blob : blobs) {
                inserter.insert(Constants.OBJ_BLOB, blob);
            }
            inserter.flush();
        }
    }

    static InvalidInput refused(String code, Path place, String message, String remedy) {
        return new InvalidInput(new Problem(code, Location.of(place.toString()), message, remedy));
    }

    @Override
    public void close() {
        repository.close();
    }
}
