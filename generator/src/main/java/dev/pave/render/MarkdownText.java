package dev.pave.render;

/**
 * Free text as inline Markdown (CommonMark 0.31 and GitHub's tables). Only what would be read as markup is escaped, so that a plain sentence stays plain: an
 * underscore inside a word is left alone, a dash is escaped only where it could start a list.
 */
final class MarkdownText {

    private static final String ALWAYS = "\\`*[]<>&~|$";
    private static final String FIRST = "#+-=";

    private MarkdownText() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || c == '\r' || (c == ' ' && isAtEdge(text, i))) {
                // As a reference: a line break would end a table row or start a block, a space at an edge would be
                // dropped.
                escaped.append("&#").append((int) c).append(';');
            } else if (ALWAYS.indexOf(c) >= 0
                    || (c == '_' && !isInsideWord(text, i))
                    || (i == 0 && FIRST.indexOf(c) >= 0)) {
                escaped.append('\\').append(c);
            } else if ((c == '.' || c == ')') && isListNumber(text, i)) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isAtEdge(String text, int i) {
        return i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '\n' || text.charAt(i + 1) == '\n';
    }

    private static boolean isInsideWord(String text, int i) {
        return i > 0
                && i < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private static boolean isListNumber(String text, int i) {
        return i > 0 && i < 10 && text.chars().limit(i).allMatch(c -> c >= '0' && c <= '9');
    }
}
