package dev.pave.problem;

import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with the inputs, so that all of it is reported at once. Not safe for use by several threads. */
public final class Problems {

    private final TreeSet<Problem> found = new TreeSet<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void add(String code, Location location, String message, String remedy) {
        add(new Problem(code, location, message, remedy));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found, in the order of the places. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /**
     * Ends a phase that cannot go on with a faulty input.
     *
     * @throws InvalidInput with everything found, unless nothing was
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInput(list());
        }
    }
}
