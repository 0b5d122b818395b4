package dev.pave.lifecycle.update;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.util.Collection;
import java.util.List;

/**
 * The part of a repository that an update is asked to look at: files, and folders with all that is in them. Names, not patterns.
 *
 * @param only empty for all
 * @param restore what is to be as generated again, whatever the user has done with it
 */
record Scope(List<String> only, List<String> restore) {

    boolean isAll() {
        return only.isEmpty() && restore.isEmpty();
    }

    boolean has(Pair pair) {
        return isAll() || names(only, pair) || restores(pair);
    }

    boolean restores(Pair pair) {
        return names(restore, pair);
    }

    private static boolean names(List<String> names, Pair pair) {
        return names.stream().anyMatch(name -> covers(name, pair.path()) || covers(name, pair.newPath()));
    }

    private static boolean covers(String name, String path) {
        String folder = name.endsWith("/") ? name : name + "/";
        return path.equals(name) || path.startsWith(folder);
    }

    /** @throws InvalidInput for a name that covers no generated file */
    void requireKnown(Collection<Pair> pairs) {
        for (List<String> names : List.of(only, restore)) {
            for (String name : names) {
                if (pairs.stream().noneMatch(pair -> covers(name, pair.path()) || covers(name, pair.newPath()))) {
                    throw new InvalidInput(new Problem(
                            "no-such-file",
                            Location.of(name),
                            "no generated file has this path",
                            "paths are relative to the folder with pave.yaml, as in pave.lock"));
                }
            }
        }
    }
}
