package dev.pave.spec;

import java.util.List;

/**
 * The personas that count.
 *
 * @param all every persona there is; then none is listed
 */
public record PersonaSelection(boolean all, List<Selected> listed) {

    public PersonaSelection {
        listed = List.copyOf(listed);
        if (all && !listed.isEmpty()) {
            throw new IllegalArgumentException("all personas, or a list");
        }
    }

    public static PersonaSelection everyone() {
        return new PersonaSelection(true, List.of());
    }

    public static PersonaSelection of(List<Selected> listed) {
        return new PersonaSelection(false, listed);
    }
}
