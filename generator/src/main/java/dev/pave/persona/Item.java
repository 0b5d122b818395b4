package dev.pave.persona;

import dev.pave.problem.Location;
import java.util.Optional;

/**
 * The smallest part of a persona that can ask for something: a bullet, a paragraph, a table row or a block of code.
 *
 * @param label of {@code - **Label**: a, b}; the text holds it too
 * @param text without bullet and emphasis; a line break stands where the source has one, so that offsets lead back to lines
 * @param location where its first line starts
 * @param depth of nesting among bullets, 0 for a top-level bullet and for everything else
 */
public record Item(Kind kind, Optional<String> label, String text, Location location, int depth) {

    /** The Markdown form of an item. */
    public enum Kind {
        BULLET,
        PARAGRAPH,
        TABLE_ROW,
        CODE
    }

    /** The text in one line, for people. */
    public String summary() {
        return text.replace('\n', ' ');
    }

    /** How many lines of the source it takes. */
    public int lineCount() {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The line of the source on which a character of the text stands. */
    public Location locationOf(int offset) {
        int line = location.line();
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line == location.line() ? location : Location.of(location.source(), line);
    }
}
