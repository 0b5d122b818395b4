package dev.pave.catalogue;

import dev.pave.persona.PersonaId;
import dev.pave.problem.Location;
import java.util.List;

/**
 * A practice with every persona line that asks for it.
 *
 * @param sources at least one, in the order of the personas and their lines
 * @param stated all figures that were given for it, in the same order and in the unit of the practice
 * @param figures those that hold: the strictest, or several where the practice keeps all; empty where none was given
 */
public record RequestedPractice(Practice practice, List<Source> sources, List<Figure> stated, List<Figure> figures) {

    public RequestedPractice {
        sources = List.copyOf(sources);
        stated = List.copyOf(stated);
        figures = List.copyOf(figures);
    }

    /** A line that asks for a practice, and what it says. */
    public record Source(PersonaId persona, Location location, String text) {}
}
