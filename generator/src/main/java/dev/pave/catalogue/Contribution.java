package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.Map;

/** One item that a feature adds to a slot of another, with the keys that the slot declares. */
public record Contribution(String slot, Map<String, Object> item, Location location) {}
