package dev.pave.verify.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SQL cut into statements, as far as is needed to find a name: comments, texts and bodies in dollar quotes are blanks.
 *
 * <p>Reads every character once, so that no text takes long.
 */
final class SqlText {

    /** A statement: blanks before it are cut off, the lines of what is left stay where they were. */
    record Statement(int line, String text) {

        boolean startsWith(String... words) {
            String start = text.toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (start.startsWith(word)
                        && (start.length() == word.length() || !isPartOfName(start.charAt(word.length())))) {
                    return true;
                }
            }
            return false;
        }

        boolean mentions(String name) {
            return word(name).matcher(text).find();
        }

        /** The line on which a name stands. */
        int lineOf(String name) {
            String[] lines = text.split("\n", -1);
            Pattern word = word(name);
            for (int i = 0; i < lines.length; i++) {
                if (word.matcher(lines[i]).find()) {
                    return line + i;
                }
            }
            return line;
        }

        private static Pattern word(String name) {
            return Pattern.compile(
                    "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        }
    }

    private final String sql;
    private final StringBuilder clear = new StringBuilder();
    private int at;

    private SqlText(String sql) {
        this.sql = sql;
    }

    static List<Statement> statements(String sql) {
        String clear = new SqlText(sql).cleared();
        List<Statement> result = new ArrayList<>();
        int line = 1;
        int start = 0;
        for (int end = clear.indexOf(';'); start < clear.length(); end = clear.indexOf(';', start)) {
            int stop = end < 0 ? clear.length() : end;
            String text = clear.substring(start, stop);
            String stripped = text.stripLeading();
            if (!stripped.isEmpty()) {
                int blanks = text.length() - stripped.length();
                result.add(new Statement(line + newLines(text.substring(0, blanks)), stripped));
            }
            line += newLines(text);
            start = stop + 1;
        }
        return result;
    }

    static int newLines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private String cleared() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (sql.startsWith("--", at)) {
                blankUntil(endOf("\n", at));
            } else if (sql.startsWith("/*", at)) {
                blankUntil(endOfComment());
            } else if (c == '\'') {
                blankUntil(endOfText());
            } else if (c == '"') {
                int end = endOf("\"", at + 1);
                clear.append(sql.substring(at, end).replace(';', ' '));
                at = end;
            } else if (c == '$' && (at == 0 || !isPartOfName(sql.charAt(at - 1)))) {
                dollarQuote();
            } else {
                clear.append(c);
                at++;
            }
        }
        return clear.toString();
    }

    private void blankUntil(int end) {
        for (; at < end; at++) {
            clear.append(sql.charAt(at) == '\n' ? '\n' : ' ');
        }
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private int endOfComment() {
        int depth = 0;
        for (int i = at; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    /** A doubled quote ends one text and begins the next, which comes to the same. */
    private int endOfText() {
        boolean escapes = at > 0
                && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E')
                && (at == 1 || !isPartOfName(sql.charAt(at - 2)));
        for (int i = at + 1; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == '\'') {
                return i + 1;
            }
        }
        return sql.length();
    }

    private void dollarQuote() {
        int end = at + 1;
        while (end < sql.length() && isPartOfName(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        if (end < sql.length() && sql.charAt(end) == '$') {
            String mark = sql.substring(at, end + 1);
            blankUntil(endOf(mark, end + 1));
        } else {
            clear.append('$');
            at++;
        }
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
