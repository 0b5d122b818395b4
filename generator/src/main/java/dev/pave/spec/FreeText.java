package dev.pave.spec;

import java.util.Optional;

/** What people may write in their own words. Files of every format must hold it, and nobody may be misled by what it looks like. */
final class FreeText {

    /** The longest description, in code points. */
    static final int LONGEST = 500;

    private FreeText() {}

    /** What is wrong with a description, which may have several lines. */
    static Optional<String> refusal(String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            return Optional.of("says nothing");
        }
        if (length > LONGEST) {
            return Optional.of("has " + length + " characters, more than " + LONGEST);
        }
        return character(text, true);
    }

    /** The first character that may not stand in a text, with the reason. */
    static Optional<String> character(String text, boolean severalLines) {
        int place = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            place++;
            Optional<String> kind = refused(c, severalLines);
            if (kind.isPresent()) {
                return Optional.of(String.format("has %s, U+%04X, as its character %d", kind.get(), c, place));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refused(int c, boolean severalLines) {
        if (c == '\n' || c == '\t') {
            return severalLines ? Optional.empty() : Optional.of("a control character");
        }
        if (Character.isISOControl(c)) {
            return Optional.of("a control character");
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return Optional.of("half a character");
        }
        if ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE) {
            return Optional.of("what Unicode keeps free of characters");
        }
        if (c == 0xFEFF) {
            return Optional.of("a byte order mark");
        }
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
            return Optional.of("a change of writing direction that readers do not see");
        }
        // They end a line, and with it a comment, in JavaScript and TypeScript.
        return c == 0x2028 || c == 0x2029 ? Optional.of("a line separator") : Optional.empty();
    }
}
