package dev.pave.lifecycle.update;

import dev.pave.git.CleanCheck;
import dev.pave.git.GitEnvironment;
import dev.pave.git.PendingUpdate;
import dev.pave.git.RepositoryLock;
import dev.pave.git.UpdateJournal;
import dev.pave.git.WorkRepository;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.Repository;
import dev.pave.lock.Lock;
import dev.pave.lock.LockReader;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings a repository to the templates, personas and description of today, by a three-way merge that loses nothing: all of it is computed first,
 * then done as a whole or not at all, and can be taken back until it is committed.
 */
public final class Update implements AutoCloseable {

    private final Path given;
    private final GitEnvironment git;
    private final WorkRepository repository;
    private @Nullable RepositoryLock lock;

    private Update(Path given, GitEnvironment git, WorkRepository repository) {
        this.given = given;
        this.git = git;
        this.repository = repository;
    }

    /**
     * What is asked for.
     *
     * @param only paths of generated files and folders; empty for all
     * @param restore the same, to be as generated again
     * @param to the version of the templates; empty for that of this Pave
     * @param commits whether to commit what has no conflict
     */
    public record Wish(List<String> only, List<String> restore, Optional<String> to, boolean commits) {

        public Wish {
            only = List.copyOf(only);
            restore = List.copyOf(restore);
        }
    }

    /**
     * What was done.
     *
     * @param commit empty where there is none, for a conflict or because none was asked for
     * @param conflicts paths that a person must look at
     */
    public record Done(Optional<String> commit, List<String> conflicts) {}

    /** What will be done. */
    public final class Prepared {

        private final UpdatePlan plan;
        private final Wish wish;

        private Prepared(UpdatePlan plan, Wish wish) {
            this.plan = plan;
            this.wish = wish;
        }

        /** File by file, by path; files that stay as they are, and need no word, are left out. */
        public List<Outcome> outcomes() {
            return List.copyOf(plan.outcomes());
        }

        /** {@code 2 update, 1 conflict}. */
        public String summary() {
            return UpdatePlan.summary(outcomes());
        }

        /** Whether the repository is up to date already. */
        public boolean isNothing() {
            return plan.isNothing();
        }

        public List<String> conflicts() {
            return plan.effects().conflicts();
        }

        /** The Pave that the repository was generated with before; empty where it has no lock. */
        public Optional<String> from() {
            return plan.before().map(Lock::paveVersion);
        }

        /**
         * Does it, all or nothing.
         *
         * @throws InvalidInput where the disk is full, permissions are missing, a file has changed meanwhile, or a hook refuses the commit
         */
        public Done apply() {
            try {
                if (isNothing()) {
                    return new Done(Optional.empty(), List.of());
                }
                repository.insert(plan.effects().blobs());
                PendingUpdate pending = PendingUpdate.begin(repository, journal());
                return end(pending);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private UpdateJournal journal() throws IOException {
            return new UpdateJournal(
                    repository.head().orElse(""),
                    repository.directory().toString(),
                    plan.message(),
                    wish.commits(),
                    plan.effects().conflicts(),
                    plan.effects().files(),
                    plan.effects().index(),
                    plan.effects().touched(),
                    repository.indexBytes());
        }
    }

    /** @throws InvalidInput where there is no git repository, or none that Pave can read */
    public static Update of(Path directory, GitEnvironment git) {
        return new Update(directory, git, WorkRepository.open(directory, git));
    }

    /**
     * Ends what a run that was interrupted had begun; does nothing where there was none.
     *
     * @return empty where there was nothing to do
     * @throws InvalidInput where an update waits for a person
     */
    public Optional<Done> recover() {
        try {
            take();
            Optional<PendingUpdate> found = PendingUpdate.find(repository);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            PendingUpdate pending = found.get();
            if (pending.isOvertaken() || (pending.isApplied() && new CleanCheck(repository).isClean())) {
                // The user has committed it, or put everything back with git's own means.
                pending.forget();
                return Optional.empty();
            }
            if (pending.isApplied()
                    && (!pending.journal().commits()
                            || !pending.journal().conflicts().isEmpty())) {
                throw unfinished();
            }
            pending.finish();
            return Optional.of(end(pending));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Computes an update. Writes nothing.
     *
     * @throws InvalidInput where not everything is committed, an update is not over, description or lock cannot be used, or a version is asked for
     *     that this Pave has not
     */
    public Prepared prepare(Generator generator, Wish wish) {
        return prepare(generator, () -> generator, wish);
    }

    /**
     * As {@link #prepare(Generator, Wish)}, where the templates of before can be had too.
     *
     * @param recorded from the templates of which the lock tells; asked for only where a base is found nowhere else
     */
    public Prepared prepare(Generator generator, Supplier<Generator> recorded, Wish wish) {
        try {
            if (PendingUpdate.find(repository).isPresent() && lock == null) {
                throw unfinished();
            }
            repository.requireSettled();
            new CleanCheck(repository).require(Pairing.DESCRIPTION.value());
            Optional<Lock> before = LockReader.read(repository.directory());
            Generated generated = new Repository(given, git).render(generator);
            requireVersion(before, generated.lock().paveVersion(), wish.to());
            if (wish.commits()) {
                repository.requireIdentity();
            }
            return new Prepared(
                    new UpdatePlanner(repository, before, generated, recorded, new Scope(wish.only(), wish.restore()))
                            .plan(),
                    wish);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Commits an update whose conflicts are solved, or that was left staged.
     *
     * @throws InvalidInput where there is none, or conflicts are left
     */
    public Done resume() {
        try {
            take();
            PendingUpdate pending = pending();
            List<String> unmerged = repository.unmerged();
            if (!unmerged.isEmpty()) {
                throw refused(
                        "conflicts",
                        "not solved yet: " + String.join(", ", unmerged),
                        "edit them, then 'git add' or 'git rm' each; 'pave update --abort' takes the update back");
            }
            return new Done(Optional.of(pending.commit()), List.of());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Takes back an update that is not committed.
     *
     * @throws InvalidInput where there is none, or something would be lost
     */
    public void abort() {
        try {
            take();
            pending().takeBack();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Done end(PendingUpdate pending) throws IOException {
        List<String> conflicts = pending.journal().conflicts();
        boolean commits = pending.journal().commits() && conflicts.isEmpty();
        return new Done(commits ? Optional.of(pending.commit()) : Optional.empty(), conflicts);
    }

    private PendingUpdate pending() throws IOException {
        PendingUpdate pending = PendingUpdate.find(repository)
                .orElseThrow(() -> refused("no-update", "no update is under way here", "'pave update' begins one"));
        if (pending.isOvertaken()) {
            pending.forget();
            throw refused(
                    "no-update", "the update was committed already", "git revert HEAD takes back the last commit");
        }
        return pending;
    }

    private void take() throws IOException {
        if (lock == null) {
            lock = RepositoryLock.take(repository);
        }
    }

    private void requireVersion(Optional<Lock> before, String current, Optional<String> wanted) {
        if (wanted.isPresent() && !wanted.get().equals(current)) {
            throw refused(
                    "no-such-version",
                    "this Pave has the templates of version " + current + ", and no others",
                    "use Pave " + wanted.get() + " to update to its templates");
        }
        Optional<String> newer =
                before.map(Lock::paveVersion).filter(version -> VersionOrder.isNewer(version, current));
        if (newer.isPresent() && wanted.isEmpty()) {
            throw refused(
                    "older-pave",
                    "generated by Pave " + newer.get() + ", and this is the older " + current,
                    "use Pave " + newer.get() + "; to go back all the same: pave update --to " + current);
        }
    }

    private InvalidInput unfinished() {
        return refused(
                "update-unfinished",
                "an update is not over here",
                "'pave update --continue' commits it when its conflicts are solved, 'pave update --abort' takes it back");
    }

    private InvalidInput failed(IOException e) {
        InvalidInput problem = refused(
                "cannot-update",
                "the update failed: " + (e.getMessage() == null ? e.toString() : e.getMessage()),
                "nothing is lost; solve that and try again");
        problem.initCause(e);
        return problem;
    }

    private InvalidInput refused(String code, String message, String remedy) {
        return new InvalidInput(new Problem(code, Location.of(given.toString()), message, remedy));
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            repository.close();
        }
    }
}
