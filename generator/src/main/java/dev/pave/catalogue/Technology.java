package dev.pave.catalogue;

import dev.pave.problem.Location;

/**
 * A part of a persona's stack.
 *
 * @param kind what sort of thing it is, as {@code language} or {@code database}
 * @param location in the catalogue
 */
public record Technology(TechnologyId id, String title, String kind, Phrases recognise, Location location) {}
