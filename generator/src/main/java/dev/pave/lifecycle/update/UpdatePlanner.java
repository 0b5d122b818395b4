package dev.pave.lifecycle.update;

import dev.pave.git.BlobId;
import dev.pave.git.LineEndings;
import dev.pave.git.MovedFiles;
import dev.pave.git.TrackedFile;
import dev.pave.git.WorkRepository;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lock.Lock;
import dev.pave.lock.LockWriter;
import dev.pave.lock.LockedFile;
import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.render.RenderedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Compares lock, repository and fresh render, and plans the whole update in memory. */
final class UpdatePlanner {

    private static final Set<Action> LEAVES_ITS_PLACE = Set.of(Action.DELETE, Action.MOVE, Action.MOVE_AND_MERGE);

    private final WorkRepository repository;
    private final Optional<Lock> lock;
    private final Generated generated;
    private final Scope scope;
    private final WorkTree tree;
    private final Effects effects = new Effects();
    private final FileUpdater updater;
    private final Map<Pair, Held> held = new LinkedHashMap<>();
    private final Map<Pair, Action> actions = new LinkedHashMap<>();
    private Map<String, String> elsewhere = Map.of();

    UpdatePlanner(
            WorkRepository repository,
            Optional<Lock> lock,
            Generated generated,
            Supplier<Generator> recorded,
            Scope scope)
            throws IOException {
        this.repository = repository;
        this.lock = lock;
        this.generated = generated;
        this.scope = scope;
        this.tree = new WorkTree(repository);
        Lock known = lock.orElseGet(() -> generated.lock().withFiles(List.of()));
        this.updater = new FileUpdater(
                new Bases(repository, tree, known, recorded),
                "Pave " + generated.lock().paveVersion(),
                effects);
    }

    UpdatePlan plan() throws IOException {
        Lock known = lock.orElseGet(() -> generated.lock().withFiles(List.of()));
        List<Pair> all = new Pairing(known, generated).pairs();
        scope.requireKnown(all);
        List<Pair> pairs = all.stream().filter(scope::has).toList();
        Lock after = lock(known, pairs);
        if (lock.filter(after::equals).isPresent() && scope.restore().isEmpty()) {
            return new UpdatePlan(lock, after, updater.outcomes(), effects);
        }
        planKnown(pairs);
        Set<String> vacated = new HashSet<>();
        actions.forEach((pair, action) -> {
            if (LEAVES_ITS_PLACE.contains(action)) {
                vacated.add(pair.path());
            }
        });
        planNew(splitWhereTaken(pairs, vacated), vacated);
        for (Map.Entry<Pair, Action> planned : actions.entrySet()) {
            Pair pair = planned.getKey();
            updater.plan(planned.getValue(), pair, held.getOrDefault(pair, Held.nothing()), movedTo(pair));
        }
        keepBases(pairs);
        planOwnFiles(after);
        return new UpdatePlan(lock, after, updater.outcomes(), effects);
    }

    /** What is generated now, or for a part of the repository: what was, with that part as it is now. */
    private Lock lock(Lock known, List<Pair> pairs) {
        if (scope.isAll()) {
            return generated.lock();
        }
        Map<ProjectPath, LockedFile> files = new TreeMap<>(known.files());
        for (Pair pair : pairs) {
            pair.old().ifPresent(file -> files.remove(file.path()));
            pair.locked().ifPresent(file -> files.put(file.path(), file));
        }
        return known.withFiles(files.values());
    }

    /** The files that were generated before. */
    private void planKnown(List<Pair> pairs) throws IOException {
        Map<String, BlobId> gone = new TreeMap<>();
        for (Pair pair : pairs) {
            if (pair.old().isEmpty()) {
                continue;
            }
            Held there = tree.at(pair.path());
            held.put(pair, there);
            if (restored(pair, there)) {
                continue;
            }
            if (pair.once()) {
                updater.leave(pair, there);
                continue;
            }
            Optional<Yours> yours = yours(pair, there);
            if (yours.isPresent()) {
                actions.put(pair, Action.of(yours.get(), pair.theirs()));
            } else {
                gone.put(pair.path(), pair.old().get().blob());
            }
        }
        elsewhere = gone.isEmpty() ? Map.of() : new MovedFiles(repository).find(gone, strangers());
        for (Pair pair : pairs) {
            if (gone.containsKey(pair.path()) && pair.old().isPresent()) {
                Yours yours = elsewhere.containsKey(pair.path()) ? Yours.MOVED : Yours.DELETED;
                actions.put(pair, Action.of(yours, pair.theirs()));
            }
        }
    }

    /** Restores what the user has asked for, where there is a place for it. */
    private boolean restored(Pair pair, Held there) throws IOException {
        if (!scope.restores(pair) || pair.now().isEmpty() || pair.isMoved()) {
            return false;
        }
        boolean free = there.isNothing() || there.isTrackedFile();
        if (free && !there.isAs(pair.locked().orElseThrow())) {
            updater.restore(pair, there);
        }
        return free;
    }

    /** What the user did with a file that was generated before; empty where it is not there any more. */
    private static Optional<Yours> yours(Pair pair, Held there) {
        return switch (there.kind()) {
            case NOTHING, FOLDER, BLOCKED -> Optional.empty();
            case FILE, OTHER -> {
                if (there.tracked().isEmpty()) {
                    yield Optional.of(Yours.IN_THE_WAY);
                }
                boolean untouched =
                        there.isTrackedFile() && there.isAs(pair.old().orElseThrow());
                yield Optional.of(untouched ? Yours.UNTOUCHED : Yours.EDITED);
            }
        };
    }

    /** Tracked files that Pave neither made nor makes: where a generated file may have gone. */
    private List<TrackedFile> strangers() {
        Set<String> known = new HashSet<>();
        lock.ifPresent(before -> before.files().keySet().forEach(path -> known.add(path.value())));
        generated.rendering().files().forEach(file -> known.add(file.path().value()));
        return tree.tracked().values().stream()
                .filter(file -> !known.contains(file.path()) && !file.path().startsWith(Lock.BASES + "/"))
                .toList();
    }

    /** A file that moves to a place that is taken does not move: the old one goes by itself, and so does the new one. */
    private List<Pair> splitWhereTaken(List<Pair> pairs, Set<String> vacated) throws IOException {
        List<Pair> made = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.old().isEmpty()) {
                made.add(pair);
            } else if (actions.containsKey(pair) && pair.isMoved() && LEAVES_ITS_PLACE.contains(actions.get(pair))) {
                Held there = held.get(pair);
                boolean taken =
                        !tree.at(pair.newPath(), vacated).isNothing() || (there != null && !there.isTrackedFile());
                if (taken) {
                    Action action = actions.remove(pair);
                    Yours yours = action == Action.MOVE ? Yours.UNTOUCHED : Yours.EDITED;
                    Pair alone = pair.withoutNew();
                    held.put(alone, there == null ? Held.nothing() : there);
                    actions.put(alone, Action.of(yours, Theirs.DELETED));
                    made.add(pair.withoutOld());
                }
            }
        }
        return made;
    }

    /** The files that are generated for the first time. */
    private void planNew(List<Pair> pairs, Set<String> vacated) throws IOException {
        for (Pair pair : pairs) {
            Held there = tree.at(pair.newPath(), vacated);
            held.put(pair, there);
            if (there.isNothing()) {
                actions.put(pair, Action.of(Yours.UNTOUCHED, Theirs.CHANGED));
            } else if (!pair.once() && !restored(pair, there)) {
                Yours yours = there.isTrackedFile() ? Yours.ADDED : Yours.IN_THE_WAY;
                actions.put(pair, Action.of(yours, Theirs.CHANGED));
            }
        }
    }

    private Optional<Map.Entry<String, Held>> movedTo(Pair pair) throws IOException {
        String path = elsewhere.get(pair.path());
        return path == null ? Optional.empty() : Optional.of(Map.entry(path, tree.at(path)));
    }

    /** For the next update: what is generated now, of each file that the user has in a form of its own. */
    private void keepBases(List<Pair> pairs) throws IOException {
        Map<String, RenderedFile> wanted = new TreeMap<>(updater.customised());
        for (Pair pair : pairs) {
            for (String path : new TreeSet<>(List.of(pair.path(), pair.newPath()))) {
                String base = Bases.FOLDER + path;
                Held there = tree.at(base);
                RenderedFile file = wanted.get(path);
                if (file == null && there.image().isPresent()) {
                    effects.delete(base, there);
                } else if (file != null
                        && (there.isNothing() || there.image().isPresent())
                        && !Arrays.equals(there.text(), LineEndings.toLf(file.bytes()))) {
                    effects.write(base, there, file.bytes(), FileMode.REGULAR);
                }
            }
        }
    }

    /** The lock is written anew; the description is only staged, if the user has changed it. */
    private void planOwnFiles(Lock after) throws IOException {
        Held there = tree.at(Lock.PATH.value());
        byte[] bytes = LockWriter.write(after);
        if (!Arrays.equals(there.text(), bytes)) {
            effects.write(Lock.PATH.value(), there, bytes, FileMode.REGULAR);
        }
        String path = Pairing.DESCRIPTION.value();
        Held description = tree.at(path);
        boolean changed = description
                .tracked()
                .filter(file -> file.blob().equals(BlobId.of(description.bytes()))
                        || file.blob().equals(BlobId.of(description.text())))
                .isEmpty();
        if (scope.isAll() && changed) {
            effects.track(path, description);
        }
    }
}
