package dev.pave.persona;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown of one line, as far as personas use it. Every test is linear in the line. */
final class MarkdownLine {

    private static final Pattern BULLET = Pattern.compile("([ \\t]*+)(?:[-*+•‣◦·]|[0-9]{1,9}[.)])[ \\t]++(.*)");
    private static final Pattern LABEL = Pattern.compile("\\*\\*([^*]{1,200})\\*\\*.*", Pattern.DOTALL);
    private static final int MOST_WORDS_OF_AN_INTRODUCTION = 5;
    private static final int SPACES_OF_A_TAB = 4;

    private MarkdownLine() {}

    /**
     * A bullet or the start of a numbered entry.
     *
     * @param indent columns before it
     */
    record Bullet(int indent, String text) {

        /** Two columns are a level: what people write, narrower than Markdown asks for. */
        int depth() {
            return indent / 2;
        }
    }

    static Optional<Bullet> bullet(String line) {
        Matcher bullet = BULLET.matcher(line);
        return bullet.matches()
                ? Optional.of(new Bullet(width(bullet.group(1)), bullet.group(2).strip()))
                : Optional.empty();
    }

    /** The label of {@code **Label**: a, b}. */
    static Optional<String> label(String text) {
        Matcher label = LABEL.matcher(text);
        return label.matches() ? Optional.of(withoutColon(label.group(1))) : Optional.empty();
    }

    static boolean isIntroduction(String line) {
        return endsWithColon(line) && line.split("\\s+", -1).length <= MOST_WORDS_OF_AN_INTRODUCTION;
    }

    static boolean endsWithColon(String text) {
        String bare = text.strip().replace("*", "");
        return bare.endsWith(":") || bare.endsWith("：");
    }

    static String withoutColon(String text) {
        return endsWithColon(text) ? text.strip().substring(0, text.strip().length() - 1) : text.strip();
    }

    private static int width(String indent) {
        return indent.chars().map(c -> c == '\t' ? SPACES_OF_A_TAB : 1).sum();
    }

    static boolean isFence(String stripped) {
        return stripped.startsWith("```") || stripped.startsWith("~~~");
    }

    /** A line without a word asks for nothing: {@code ---}, {@code ===}, a bullet that is empty, the line below a table's head. */
    static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static int headingLevel(String stripped) {
        int level = 0;
        while (level < stripped.length() && stripped.charAt(level) == '#') {
            level++;
        }
        boolean separated = level == stripped.length() || Character.isWhitespace(stripped.charAt(level));
        return level <= 6 && separated ? level : 0;
    }

    static String headingText(String stripped) {
        return stripped.substring(headingLevel(stripped)).strip();
    }

    static String plain(String text) {
        return text.replace("**", "").replace("`", "").strip();
    }
}
