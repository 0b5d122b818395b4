package dev.pave.catalogue;

import dev.pave.persona.Item;
import dev.pave.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * How an item of a persona was understood.
 *
 * @param practices each at most once, in the order of the text
 * @param technologies each at most once, in the order of the text
 * @param figures with a unit, and those that a practice took; not every number
 * @param overlooked parts of a recognised item, between commas, in which nothing was recognised
 */
public record Reading(
        Item item,
        List<PracticeMention> practices,
        List<TechnologyMention> technologies,
        List<Figure> figures,
        List<String> overlooked) {

    public Reading {
        practices = List.copyOf(practices);
        technologies = List.copyOf(technologies);
        figures = List.copyOf(figures);
        overlooked = List.copyOf(overlooked);
    }

    /** Whether the catalogue knows anything in it. A figure alone says nothing. */
    public boolean isRecognised() {
        return !practices.isEmpty() || !technologies.isEmpty();
    }

    /** A practice that the item names, with the figure that goes with it. */
    public record PracticeMention(Practice practice, Location location, Optional<Figure> figure) {}

    /** A technology that the item names, with the version that stands behind its name, as {@code 18+}. */
    public record TechnologyMention(Technology technology, Location location, Optional<String> version) {}
}
