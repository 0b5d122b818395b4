package dev.pave.cli;

/**
 * A piece of text, and how it looks on a terminal that shows colours.
 *
 * @param text for people; what would steer the terminal is made visible when it is printed
 */
record Styled(Style style, String text) {

    /** A way to look. The codes are those of ECMA-48, "select graphic rendition". */
    enum Style {
        PLAIN(""),
        STRONG("1"),
        FAINT("2"),
        PRACTICE("36"),
        NOTICE("33"),
        ADDED("32"),
        REMOVED("31");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    static Styled plain(String text) {
        return new Styled(Style.PLAIN, text);
    }

    static Styled strong(String text) {
        return new Styled(Style.STRONG, text);
    }

    static Styled faint(String text) {
        return new Styled(Style.FAINT, text);
    }

    /** The text with the codes around it. */
    String painted() {
        String visible = Terminal.visible(text);
        return style == Style.PLAIN || text.isBlank() ? visible : "\u001b[" + style.code + "m" + visible + "\u001b[0m";
    }
}
