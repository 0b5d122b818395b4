package dev.pave.catalogue;

import java.util.List;

/**
 * The words that name something.
 *
 * @param anyCase found in any letter case
 * @param exact found in this letter case only, for names that are also plain words, as {@code REST}
 */
public record Phrases(List<String> anyCase, List<String> exact) {

    public Phrases {
        anyCase = List.copyOf(anyCase);
        exact = List.copyOf(exact);
    }
}
