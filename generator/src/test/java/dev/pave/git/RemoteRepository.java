package dev.pave.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A bare repository in a folder, as a team serves its templates from. */
public final class RemoteRepository {

    private static final PersonIdent SOMEBODY =
            new PersonIdent("A. Uthor", "author@example.org", Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC);

    private final Path directory;
    private final Map<String, DirCacheEntry> entries = new TreeMap<>();
    private ObjectId head = ObjectId.zeroId();

    private RemoteRepository(Path directory) {
        this.directory = directory;
    }

    public static RemoteRepository in(Path directory) {
        IsolatedJGit.install();
        RemoteRepository made = new RemoteRepository(directory);
        try (Repository repository = made.open()) {
            repository.create(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    public String url() {
        return "file://" + directory.toAbsolutePath();
    }

    /** Sets a file of the next commit. */
    public RemoteRepository file(String path, String text) {
        return entry(path, FileMode.REGULAR_FILE, text);
    }

    public RemoteRepository link(String path, String target) {
        return entry(path, FileMode.SYMLINK, target);
    }

    public RemoteRepository submodule(String path) {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.GITLINK);
        entry.setObjectId(ObjectId.fromString("0123456789012345678901234567890123456789"));
        entries.put(path, entry);
        return this;
    }

    public RemoteRepository without(String path) {
        entries.remove(path);
        return this;
    }

    private RemoteRepository entry(String path, FileMode mode, String text) {
        try (Repository repository = open();
                ObjectInserter inserter = repository.newObjectInserter()) {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(mode);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
            inserter.flush();
            entries.put(path, entry);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits what was set, on the branch main. */
    public String commit() {
        try (Repository repository = open();
                ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            entries.values().forEach(builder::add);
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            if (!head.equals(ObjectId.zeroId())) {
                commit.setParentId(head);
            }
            commit.setAuthor(SOMEBODY);
            commit.setCommitter(SOMEBODY);
            commit.setMessage("templates\n");
            head = inserter.insert(commit);
            inserter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        point("refs/heads/main", head);
        return head.name();
    }

    /** Makes a tag of the last commit, or moves it there. */
    public RemoteRepository tag(String name) {
        point(Constants.R_TAGS + name, head);
        return this;
    }

    /** As {@link #tag}, with a message of its own. */
    public RemoteRepository annotatedTag(String name) {
        try (Repository repository = open();
                ObjectInserter inserter = repository.newObjectInserter()) {
            TagBuilder tag = new TagBuilder();
            tag.setTag(name);
            tag.setObjectId(head, Constants.OBJ_COMMIT);
            tag.setTagger(SOMEBODY);
            tag.setMessage("version\n");
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            point(Constants.R_TAGS + name, id);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RemoteRepository branch(String name) {
        point(Constants.R_HEADS + name, head);
        return this;
    }

    private void point(String ref, ObjectId id) {
        try (Repository repository = open()) {
            RefUpdate update = repository.updateRef(ref);
            update.setNewObjectId(id);
            update.setForceUpdate(true);
            update.setRefLogIdent(SOMEBODY);
            update.forceUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Repository open() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
    }
}
