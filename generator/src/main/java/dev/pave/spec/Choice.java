package dev.pave.spec;

import java.util.Locale;

/**
 * One of the values of an enum.
 *
 * @param text as it stands in the description, in JSON and in the database: words of letters and digits between hyphens or underscores
 */
public record Choice(String text) {

    static final int LONGEST = Name.LONGEST;
    static final String FORM = "^[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*$";

    public Choice {
        if (!isChoice(text)) {
            throw new IllegalArgumentException("not a value of an enum: '" + text + "'");
        }
    }

    static boolean isChoice(String text) {
        return Name.isName(text.toLowerCase(Locale.ROOT).replace('_', '-'))
                && text.chars().allMatch(c -> c < 0x80);
    }

    /** {@code IN_PROGRESS}, the constant of Java, TypeScript and Python. */
    public String constant() {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String toString() {
        return text;
    }
}
