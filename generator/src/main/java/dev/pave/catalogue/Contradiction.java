package dev.pave.catalogue;

import dev.pave.problem.Location;

/** Two statements of personas that cannot both hold. */
public record Contradiction(String rule, Location first, Location second, String explanation) {}
