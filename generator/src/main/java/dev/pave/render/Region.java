package dev.pave.render;

import dev.pave.problem.Location;

/**
 * Lines of a rendered file that a practice asked for.
 *
 * @param practice the practice's id
 * @param firstLine first line of the file is 1
 * @param lastLine inclusive
 * @param template where the template says so
 */
public record Region(String practice, int firstLine, int lastLine, Location template) {

    public Region {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("not lines: " + firstLine + " to " + lastLine);
        }
    }
}
