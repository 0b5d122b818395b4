package dev.pave.spec;

import dev.pave.problem.Location;

/** The id of something that Pave or the user has: a golden path, a feature, a persona. The planner knows whether it exists. */
public record Selected(String id, Location location) {

    @Override
    public String toString() {
        return id;
    }
}
