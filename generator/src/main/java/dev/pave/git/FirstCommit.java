package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;

/**
 * The commit that a generated repository starts with: exactly the rendered paths, by the user, on the user's default branch. The user's
 * configuration decides who, when and which branch, and nothing else: hooks, templates, filters, line-ending conversion and signing do not
 * apply, and nothing is written outside the new repository.
 */
public final class FirstCommit {

    private static final String OTHERWISE_BRANCH = "main";

    private final Identity identity;
    private final String branch;
    private final List<String> notes;

    private FirstCommit(Identity identity, String branch, List<String> notes) {
        this.identity = identity;
        this.branch = branch;
        this.notes = notes;
    }

    /**
     * What was done.
     *
     * @param commit the commit's id
     * @param tree equal to {@link TreeId#of(Rendering)}
     * @param branch its short name, as {@code main}
     * @param notes what the user may not expect, one sentence each
     */
    public record Result(String commit, TreeId tree, String branch, List<String> notes) {

        public Result {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads who commits, when and to which branch, so that what is missing is known before a file is written.
     *
     * @param target where the repository will be in the end; it need not exist
     * @throws InvalidInput where Git has no identity for the user, or a setting cannot be understood
     */
    public static FirstCommit prepare(GitEnvironment environment, Path target) {
        Config config = UserGitConfig.read(environment, target);
        String branch = Optional.ofNullable(config.getString("init", null, "defaultBranch"))
                .filter(name -> !name.isBlank())
                .orElse(OTHERWISE_BRANCH);
        if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
            throw new InvalidInput(new Problem(
                    "invalid-branch",
                    Location.of("git init.defaultBranch"),
                    "'" + branch + "' cannot be the name of a branch",
                    "git config --global init.defaultBranch main"));
        }
        return new FirstCommit(Identity.read(environment, config), branch, notes(config, target));
    }

    private static List<String> notes(Config config, Path target) {
        List<String> notes = new ArrayList<>();
        enclosing(target)
                .ifPresent(outer -> notes.add("the new repository lies inside the repository at " + outer
                        + ", which will not track its files; --no-commit leaves them to that one"));
        if (config.getBoolean("commit", "gpgSign", false)) {
            notes.add("commit.gpgSign is set, and Pave does not sign; git commit --amend --no-edit signs the commit");
        }
        return notes;
    }

    /** The repository around a place, if there is one. */
    public static Optional<Path> enclosing(Path target) {
        return Stream.iterate(
                        target.toAbsolutePath().normalize().getParent(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(Constants.DOT_GIT)))
                .findFirst();
    }

    /**
     * Makes a repository in a directory that holds the rendered files and no {@code .git}, and commits them. Bytes and modes are those of the
     * rendering; the files are only looked at for what git's index notes of them.
     *
     * @param message its first line is the subject
     * @throws IOException where the directory cannot be read or written; what is there then is of no use
     */
    public Result commit(Path directory, Rendering rendering, String message) throws IOException {
        IsolatedJGit.install();
        try (Repository repository = create(directory)) {
            DirCache index = DirCache.newInCore();
            ObjectId tree;
            ObjectId commit;
            try (ObjectInserter inserter = inserter(repository)) {
                DirCacheBuilder builder = index.builder();
                for (RenderedFile file : rendering.files()) {
                    builder.add(TreeId.entry(file, inserter.insert(Constants.OBJ_BLOB, file.bytes())));
                }
                builder.finish();
                tree = index.writeTree(inserter);
                commit = inserter.insert(commit(tree, message));
                inserter.flush();
            }
            IndexFile.write(index, directory, repository.getIndexFile().toPath());
            point(repository, commit, message);
            return new Result(commit.name(), new TreeId(tree.name()), branch, notes);
        }
    }

    private Repository create(Path directory) throws IOException {
        FS fs = FS.DETECTED.newInstance();
        if (fs instanceof FS_POSIX posix) {
            // JGit would start a shell to ask for it, to probe whether the file system keeps the executable bit.
            posix.setUmask(022);
        }
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setFS(fs)
                .setGitDir(directory.resolve(Constants.DOT_GIT).toFile())
                .setWorkTree(directory.toFile());
        try {
            builder.setInitialBranch(branch);
        } catch (InvalidRefNameException e) {
            throw new IllegalStateException("the name was checked in prepare", e);
        }
        Repository repository = builder.build();
        repository.create();
        return repository;
    }

    /** One pack instead of a file for each object: with a thousand files, a quarter of the time. */
    private static ObjectInserter inserter(Repository repository) {
        return ((ObjectDirectory) repository.getObjectDatabase()).newPackInserter();
    }

    private CommitBuilder commit(ObjectId tree, String message) {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(identity.author());
        commit.setCommitter(identity.committer());
        commit.setMessage(message.stripTrailing() + "\n");
        return commit;
    }

    private void point(Repository repository, ObjectId commit, String message) throws IOException {
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.setExpectedOldObjectId(ObjectId.zeroId());
        head.setNewObjectId(commit);
        head.setRefLogIdent(identity.committer());
        head.setRefLogMessage("commit (initial): " + message.lines().findFirst().orElse(""), false);
        RefUpdate.Result result = head.update();
        if (result != RefUpdate.Result.NEW) {
            throw new IOException("branch " + branch + " cannot be set: " + result);
        }
    }
}
