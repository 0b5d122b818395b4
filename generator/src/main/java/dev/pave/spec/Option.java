package dev.pave.spec;

import dev.pave.problem.Location;

/**
 * An answer to a question of the golden path or of a feature. Only these know what they ask, so the planner checks it.
 *
 * @param value the scalar as written, {@code 17} and {@code "17"} alike
 */
public record Option(String value, Location location) {}
