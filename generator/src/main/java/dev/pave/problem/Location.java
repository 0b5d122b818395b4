package dev.pave.problem;

import java.util.Comparator;

/**
 * A place in an input.
 *
 * @param source the file as the user named it, or a name in angle brackets where there is no file, as {@code <stdin>}
 * @param line first line is 1; 0 where the whole source is meant
 * @param column first column is 1, counted in Unicode code points; 0 where the whole line is meant
 */
public record Location(String source, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::source)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    public Location {
        if (line < 0 || column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException("not a place: line " + line + ", column " + column);
        }
        source = Visible.of(source, false);
    }

    /** The source as a whole. */
    public static Location of(String source) {
        return new Location(source, 0, 0);
    }

    public static Location of(String source, int line) {
        return new Location(source, line, 0);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        if (line == 0) {
            return source;
        }
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
