package dev.pave.cli;

/** Text in columns of a terminal, where a Korean syllable takes two and a combining mark none. */
final class Columns {

    /** What every layout fits into. */
    static final int SCREEN = 100;

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (type == Character.CONTROL) {
            return 6; // shown as an escape
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }

    /** The text, or its beginning and an ellipsis. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > columns) {
                break;
            }
            cut.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return cut.append('…').toString();
    }

    /** The text, or an ellipsis and its end: of a path, that is what tells. */
    static String cutFront(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int from = text.length();
        int used = 1;
        while (from > 0) {
            int c = text.codePointBefore(from);
            used += width(c);
            if (used > columns) {
                break;
            }
            from -= Character.charCount(c);
        }
        int slash = text.indexOf('/', from);
        return "…" + text.substring(slash > 0 && slash < text.length() - columns / 2 ? slash : from);
    }

    /** The text, filled up with spaces. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }
}
