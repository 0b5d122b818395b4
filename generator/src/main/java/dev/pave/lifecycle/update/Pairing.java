package dev.pave.lifecycle.update;

import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lock.Lock;
import dev.pave.lock.LockedFile;
import dev.pave.plan.PlannedFile;
import dev.pave.plan.ProjectPath;
import dev.pave.render.RenderedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds for each file that was generated the one that takes its place: at its path, where a manifest says so, or by the same template. */
final class Pairing {

    static final ProjectPath DESCRIPTION = new ProjectPath("pave.yaml");

    private final Lock before;
    private final Generated generated;

    Pairing(Lock before, Generated generated) {
        this.before = before;
        this.generated = generated;
    }

    /** All files but the description, which is the user's, and the lock, by path. */
    List<Pair> pairs() {
        Map<ProjectPath, RenderedFile> fresh = new TreeMap<>();
        generated.rendering().files().forEach(file -> fresh.put(file.path(), file));
        fresh.keySet().removeAll(Set.of(DESCRIPTION, Lock.PATH));
        Map<ProjectPath, ProjectPath> moves = moves(fresh.keySet());
        List<Pair> pairs = new ArrayList<>();
        before.files().values().stream()
                .filter(old -> !old.path().equals(DESCRIPTION))
                .forEach(old -> {
                    ProjectPath now = moves.getOrDefault(old.path(), old.path());
                    pairs.add(pair(Optional.of(old), Optional.ofNullable(fresh.remove(now))));
                });
        fresh.values().forEach(file -> pairs.add(pair(Optional.empty(), Optional.of(file))));
        return pairs;
    }

    private Pair pair(Optional<LockedFile> old, Optional<RenderedFile> now) {
        Optional<LockedFile> locked = now.flatMap(file -> generated.lock().file(file.path()));
        boolean once = old.filter(LockedFile::once).isPresent()
                || locked.filter(LockedFile::once).isPresent();
        return new Pair(old, now, locked, once);
    }

    /** The new path of each file that is made elsewhere now, by its old one. */
    private Map<ProjectPath, ProjectPath> moves(Set<ProjectPath> fresh) {
        Set<ProjectPath> gone = new TreeSet<>(before.files().keySet());
        gone.removeAll(fresh);
        gone.remove(DESCRIPTION);
        Set<ProjectPath> made = new TreeSet<>(fresh);
        made.removeAll(before.files().keySet());
        Map<ProjectPath, ProjectPath> moves = new HashMap<>();
        for (PlannedFile planned : generated.plan().files()) {
            planned.movedFrom()
                    .filter(from -> gone.contains(from) && made.contains(planned.path()))
                    .ifPresent(from -> {
                        moves.put(from, planned.path());
                        gone.remove(from);
                        made.remove(planned.path());
                    });
        }
        Map<String, List<ProjectPath>> goneBySource = new TreeMap<>();
        gone.forEach(path -> bySource(goneBySource, before.files().get(path).source(), path));
        Map<String, List<ProjectPath>> madeBySource = new TreeMap<>();
        made.forEach(path -> bySource(
                madeBySource,
                generated.rendering().file(path).map(RenderedFile::source).orElse(""),
                path));
        // Where a template makes several files, nobody can say which took the place of which.
        goneBySource.forEach((source, old) -> {
            List<ProjectPath> now = madeBySource.getOrDefault(source, List.of());
            if (!source.isEmpty() && old.size() == 1 && now.size() == 1) {
                moves.put(old.get(0), now.get(0));
            }
        });
        return moves;
    }

    private static void bySource(Map<String, List<ProjectPath>> paths, String source, ProjectPath path) {
        paths.computeIfAbsent(source, same -> new ArrayList<>()).add(path);
    }
}
