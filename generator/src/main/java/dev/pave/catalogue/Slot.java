package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.Set;

/**
 * A list in a shared file to which other features add.
 *
 * @param name with its owner in front: {@code repository.gitignore}; {@code path} for whichever golden path it is
 * @param required keys that each item has
 * @param optional keys that it may have
 */
public record Slot(String name, Set<String> required, Set<String> optional, Location location) {}
