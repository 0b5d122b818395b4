package dev.pave.plan;

import dev.pave.problem.Location;
import java.util.List;

/**
 * Something that was decided, and why.
 *
 * @param what as {@code feature container}
 * @param why as {@code kubernetes requires it}
 * @param places where a persona, the description or a manifest says so
 */
public record Decision(String what, String why, List<Location> places) {}
