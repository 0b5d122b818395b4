package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.workspace.FileChanges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.AbortedByHookException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * An update on its way into a repository. Its journal is written before the first change and removed after the last, so that whatever interrupts it,
 * the next run finishes it or takes it back.
 */
public final class PendingUpdate {

    private static final String JOURNAL = "update";
    private static final String APPLIED = "update-applied";
    private static final String INDEXING = "update-indexing";

    private final WorkRepository repository;
    private final UpdateJournal journal;

    private PendingUpdate(WorkRepository repository, UpdateJournal journal) {
        this.repository = repository;
        this.journal = journal;
    }

    /** The update that was begun here and is not over; empty where there is none. */
    public static Optional<PendingUpdate> find(WorkRepository repository) throws IOException {
        Optional<UpdateJournal> found = UpdateJournal.read(file(repository, JOURNAL));
        if (found.isPresent()
                && !found.get().directory().equals(repository.directory().toString())) {
            throw WorkRepository.refused(
                    "update-unfinished",
                    Path.of(found.get().directory()),
                    "an update is not over there, in the same git repository",
                    "finish or abort that first; nothing was changed here");
        }
        return found.map(journal -> new PendingUpdate(repository, journal));
    }

    /**
     * Makes all changes to work tree and index.
     *
     * @throws IOException where that failed; then all is as it was before
     */
    public static PendingUpdate begin(WorkRepository repository, UpdateJournal journal) throws IOException {
        PendingUpdate update = new PendingUpdate(repository, journal);
        Files.deleteIfExists(update.file(APPLIED));
        journal.write(update.file(JOURNAL));
        try {
            update.finish();
            return update;
        } catch (IOException e) {
            update.takeBack();
            throw e;
        }
    }

    public UpdateJournal journal() {
        return journal;
    }

    /** Whether work tree and index are as they are to be, and only the commit is missing. */
    public boolean isApplied() {
        return Files.exists(file(APPLIED));
    }

    /** Whether the user has committed since, so that there is nothing left to do. */
    public boolean isOvertaken() throws IOException {
        return !repository.head().orElse("").equals(journal.head());
    }

    /**
     * Makes the changes that an interrupted run did not come to.
     *
     * @throws InvalidInput where somebody has changed a file since
     */
    public void finish() throws IOException {
        FileChanges files = files();
        requireNoStrangers(files);
        files.make();
        writeIndex();
        Files.writeString(file(APPLIED), "");
        Files.writeString(mergeMessage(), journal.message());
    }

    /**
     * Makes everything what it was before the update.
     *
     * @throws InvalidInput where a file that was not in conflict has been changed since, which would be lost
     */
    public void takeBack() throws IOException {
        FileChanges files = files();
        Set<String> strangers = new HashSet<>(files.strangers());
        strangers.removeAll(journal.conflicts());
        if (!strangers.isEmpty()) {
            requireNoStrangers(files);
        }
        files.takeBack();
        clearStaleLock();
        Path index = repository.jgit().getIndexFile().toPath();
        Path copy = index.resolveSibling("index.pave");
        Files.write(copy, journal.indexBefore());
        Files.move(copy, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(mergeMessage());
        forget();
    }

    /** Drops the journal: the update is over. */
    public void forget() throws IOException {
        clearStaleLock();
        Files.deleteIfExists(file(JOURNAL));
        Files.deleteIfExists(file(APPLIED));
        Files.deleteIfExists(file(INDEXING));
    }

    /**
     * Commits what is staged, with the repository's own hooks, and ends the update.
     *
     * @return the commit's id
     * @throws InvalidInput where a hook refuses; the update stays staged
     */
    public String commit() throws IOException {
        Identity identity = repository.identity();
        clearStaleLock();
        Files.writeString(file(INDEXING), "");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            RevCommit commit = Git.wrap(repository.jgit())
                    .commit()
                    .setMessage(journal.message())
                    .setAuthor(identity.author())
                    .setCommitter(identity.committer())
                    .setSign(false)
                    .setAllowEmpty(true)
                    .setHookOutputStream(stream)
                    .setHookErrorStream(stream)
                    .call();
            Files.deleteIfExists(file(INDEXING));
            Files.deleteIfExists(mergeMessage());
            forget();
            return commit.name();
        } catch (AbortedByHookException e) {
            throw WorkRepository.refused(
                    "hook-refuses",
                    repository.directory(),
                    "the hook " + e.getHookName() + " refuses the commit",
                    said.toString(StandardCharsets.UTF_8).strip()
                            + "\nthe update is staged: solve that, then 'pave update --continue', or 'pave update --abort'");
        } catch (GitAPIException e) {
            throw new IOException("the commit failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file(INDEXING));
        }
    }

    private FileChanges files() throws IOException {
        return new FileChanges(repository.directory(), journal.files());
    }

    private void requireNoStrangers(FileChanges files) throws IOException {
        List<String> strangers = files.strangers();
        if (!strangers.isEmpty()) {
            throw WorkRepository.refused(
                    "changed-meanwhile",
                    repository.directory(),
                    "changed while the update was not over: " + String.join(", ", strangers),
                    "nothing of it was overwritten; put the files away, or back as they were, and try again");
        }
    }

    private void writeIndex() throws IOException {
        clearStaleLock();
        Files.writeString(file(INDEXING), "");
        DirCache index;
        try {
            index = repository.jgit().lockDirCache();
        } catch (IOException e) {
            // The lock is somebody else's.
            Files.deleteIfExists(file(INDEXING));
            throw e;
        }
        try {
            Set<String> touched = new HashSet<>();
            journal.touched().forEach(path -> touched.add(repository.inRoot(path)));
            DirCacheBuilder builder = index.builder();
            for (int i = 0; i < index.getEntryCount(); i++) {
                if (!touched.contains(index.getEntry(i).getPathString())) {
                    builder.add(index.getEntry(i));
                }
            }
            for (IndexEntry entry : journal.index()) {
                builder.add(entry(entry));
            }
            if (!builder.commit()) {
                throw new IOException("git's index could not be written");
            }
        } finally {
            index.unlock();
            Files.deleteIfExists(file(INDEXING));
        }
    }

    private DirCacheEntry entry(IndexEntry entry) throws IOException {
        DirCacheEntry made = new DirCacheEntry(repository.inRoot(entry.path()), entry.stage());
        made.setFileMode(org.eclipse.jgit.lib.FileMode.fromBits(entry.kind().bits()));
        made.setObjectId(ObjectId.fromString(entry.blob().hex()));
        Path file = repository.directory().resolve(entry.path());
        if (entry.stage() == IndexEntry.MERGED && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            made.setLastModified(attributes.lastModifiedTime().toInstant());
            made.setLength(attributes.size());
        }
        return made;
    }

    /** A run that was killed while it wrote the index or committed has left git's locks behind. */
    private void clearStaleLock() throws IOException {
        if (Files.exists(file(INDEXING))) {
            Path index = repository.jgit().getIndexFile().toPath();
            Files.deleteIfExists(index.resolveSibling(index.getFileName() + ".lock"));
            Files.deleteIfExists(repository.jgit().getDirectory().toPath().resolve("HEAD.lock"));
            String branch = repository.jgit().getFullBranch();
            if (branch != null && branch.startsWith(Constants.R_HEADS)) {
                Files.deleteIfExists(
                        repository.jgit().getCommonDirectory().toPath().resolve(branch + ".lock"));
            }
            Files.deleteIfExists(file(INDEXING));
        }
    }

    /** What {@code git commit} proposes as a message. */
    private Path mergeMessage() {
        return repository.jgit().getDirectory().toPath().resolve(Constants.MERGE_MSG);
    }

    private Path file(String name) {
        return file(repository, name);
    }

    private static Path file(WorkRepository repository, String name) {
        return repository.privateDirectory().resolve(name);
    }
}
