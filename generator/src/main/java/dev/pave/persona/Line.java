package dev.pave.persona;

import dev.pave.problem.Location;

/**
 * A non-blank line of a persona and what it is for.
 *
 * @param text as written, without the blanks around it
 */
public record Line(Location location, Kind kind, String text) {

    /** What a line is for. Only an {@link #ITEM} can ask for something. */
    public enum Kind {
        /** Says something about the document: author, licence, bundle separators, rules, comments. */
        METADATA,
        /** Names what follows: a heading, a short line such as {@code Provide:} before a list, also as a bullet before nested ones. */
        HEADING,
        /** Belongs to an {@link Item}, as its first line or a later one. */
        ITEM
    }
}
