package dev.pave.problem;

/** Text of untrusted origin on its way to a terminal or a log: nothing in it may move the cursor, change colours or reorder the line. */
final class Visible {

    private static final int MOST_CODE_POINTS = 2_000;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Visible() {}

    /** The text with what cannot be seen written as an escape, and cut off where it would flood the screen. */
    static String of(String text, boolean severalLines) {
        int length = text.length();
        if (length <= MOST_CODE_POINTS && isVisible(text, severalLines)) {
            return text;
        }
        StringBuilder result = new StringBuilder(length);
        int written = 0;
        for (int i = 0, c; i < length; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (++written > MOST_CODE_POINTS) {
                return result.append('…').toString();
            }
            if (isVisible(c, severalLines)) {
                result.appendCodePoint(c);
            } else {
                result.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        }
        return result.toString();
    }

    private static boolean isVisible(String text, boolean severalLines) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!isVisible(c, severalLines)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int c, boolean severalLines) {
        if (c >= ' ' && c <= '~') {
            return true;
        }
        if (c == '\n') {
            return severalLines;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
