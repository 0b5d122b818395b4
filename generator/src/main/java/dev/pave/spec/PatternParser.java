package dev.pave.spec;

import dev.pave.spec.PortablePattern.Refused;
import java.util.ArrayList;
import java.util.List;

/** Reads the regular expressions that every engine understands alike. */
final class PatternParser {

    /** The most repetitions that PostgreSQL counts. */
    private static final int MOST_COUNTED = 255;

    private static final int DEEPEST = 10;
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final int[] text;
    private int at;

    PatternParser(String text) {
        this.text = text.codePoints().toArray();
    }

    PatternNode parse() throws Refused {
        if (peek() != '^' || text[text.length - 1] != '$') {
            throw new Refused("does not say that it matches the whole value", "begin it with '^' and end it with '$'");
        }
        at++;
        PatternNode root = alternatives(0);
        if (at < text.length - 1) {
            throw new Refused("has a ')' too many", "write '\\)' for the character itself");
        }
        return root;
    }

    private PatternNode alternatives(int depth) throws Refused {
        if (depth > DEEPEST) {
            throw new Refused("has groups deeper than " + DEEPEST, "");
        }
        List<PatternNode> result = new ArrayList<>();
        result.add(sequence(depth));
        while (peek() == '|') {
            at++;
            result.add(sequence(depth));
        }
        if (depth == 0 && result.size() > 1) {
            throw new Refused("has '|' outside a group, where '^' and '$' bind closer", "write '^(…|…)$'");
        }
        return result.size() == 1 ? result.get(0) : new PatternNode.Alternatives(List.copyOf(result));
    }

    private PatternNode sequence(int depth) throws Refused {
        List<PatternNode> result = new ArrayList<>();
        while (!atEnd() && peek() != '|' && peek() != ')') {
            result.add(repeated(atom(depth)));
        }
        return result.size() == 1 ? result.get(0) : new PatternNode.Sequence(List.copyOf(result));
    }

    private PatternNode atom(int depth) throws Refused {
        int c = text[at++];
        return switch (c) {
            case '(' -> group(depth);
            case '[' -> characterClass();
            case '\\' -> single(escaped(SYNTAX));
            case '.' -> PatternNode.Characters.ANY;
            case '*', '+', '?', '{' ->
                throw new Refused("repeats nothing with '" + Character.toString(c) + "'", literal(c));
            case ']', '}', '^', '$' ->
                throw new Refused("has a '" + Character.toString(c) + "' in an unexpected place", literal(c));
            default -> single(c);
        };
    }

    private PatternNode group(int depth) throws Refused {
        if (peek() == '?') {
            at++;
            if (peek() != ':') {
                throw new Refused(
                        "looks ahead or behind, names a group or sets a flag, which not every engine does",
                        "only (…) and (?:…) are groups here");
            }
            at++;
        }
        PatternNode body = alternatives(depth + 1);
        if (peek() != ')') {
            throw new Refused("has a '(' without a ')'", literal('('));
        }
        at++;
        return body;
    }

    private PatternNode repeated(PatternNode body) throws Refused {
        if (atEnd()) {
            return body;
        }
        int least;
        int most;
        switch (peek()) {
            case '*' -> {
                least = 0;
                most = Integer.MAX_VALUE;
            }
            case '+' -> {
                least = 1;
                most = Integer.MAX_VALUE;
            }
            case '?' -> {
                least = 0;
                most = 1;
            }
            case '{' -> {
                at++;
                least = count();
                most = least;
                if (peek() == ',') {
                    at++;
                    most = peek() == '}' ? Integer.MAX_VALUE : count();
                }
                if (peek() != '}' || most < least || most == 0) {
                    throw new Refused("has a repetition that is not {n}, {n,} or {n,m}", literal('{'));
                }
            }
            default -> {
                return body;
            }
        }
        at++;
        if (!atEnd() && (peek() == '?' || peek() == '+' || peek() == '*' || peek() == '{')) {
            throw new Refused("repeats a repetition, or makes it lazy or possessive", "leave the second sign out");
        }
        return new PatternNode.Repeat(body, least, most);
    }

    private int count() throws Refused {
        int value = 0;
        int start = at;
        while (!atEnd() && peek() >= '0' && peek() <= '9' && value <= MOST_COUNTED) {
            value = value * 10 + (text[at++] - '0');
        }
        if (at == start) {
            throw new Refused("has a repetition that is not {n}, {n,} or {n,m}", literal('{'));
        }
        if (value > MOST_COUNTED) {
            throw new Refused("counts further than " + MOST_COUNTED, "use max-length for the length of the whole");
        }
        return value;
    }

    private PatternNode characterClass() throws Refused {
        boolean negated = peek() == '^';
        if (negated) {
            at++;
        }
        List<PatternNode.Range> ranges = new ArrayList<>();
        while (peek() != ']') {
            int from = classMember(ranges.isEmpty());
            int to = from;
            if (peek() == '-' && at + 1 < text.length && text[at + 1] != ']') {
                at++;
                to = classMember(false);
                if (to < from) {
                    throw new Refused("has a range that ends before it begins", "");
                }
            }
            ranges.add(new PatternNode.Range(from, to));
        }
        at++;
        PatternNode.Characters characters = PatternNode.Characters.of(ranges, negated);
        if (ranges.isEmpty() || characters.ranges().isEmpty()) {
            throw new Refused("has a '[…]' that no character matches", "");
        }
        return characters;
    }

    private int classMember(boolean first) throws Refused {
        if (atEnd()) {
            throw new Refused("has a '[' without a ']'", literal('['));
        }
        int c = text[at++];
        if (c == '\\') {
            return escaped(SYNTAX + "-");
        }
        boolean last = peek() == ']';
        boolean doubled = "&|~".indexOf(c) >= 0 && peek() == c;
        if (c == '[' || doubled || (c == '-' && !first && !last)) {
            throw new Refused(
                    "has a '" + Character.toString(c) + "' inside '[…]' that engines read differently", literal(c));
        }
        return printable(c);
    }

    private int escaped(String allowed) throws Refused {
        if (atEnd()) {
            throw new Refused("ends with a backslash", "write '\\\\' for the character itself");
        }
        int c = text[at++];
        if (allowed.indexOf(c) >= 0) {
            return c;
        }
        String what = "'\\" + Character.toString(c) + "'";
        if (c >= '1' && c <= '9') {
            throw new Refused("refers back to a group with " + what + ", which not every engine does", "write it out");
        }
        throw new Refused(
                "has " + what + ", which engines read differently",
                switch (c) {
                    case 'd' -> "write [0-9]";
                    case 'w' -> "write [A-Za-z0-9_]";
                    case 's' -> "write a blank";
                    default -> "only " + SYNTAX + " take a backslash here";
                });
    }

    private PatternNode single(int c) throws Refused {
        return new PatternNode.Characters(List.of(new PatternNode.Range(printable(c), c)));
    }

    private static int printable(int c) throws Refused {
        if (FreeText.character(Character.toString(c), false).isPresent()) {
            throw new Refused("has a control character", "");
        }
        return c;
    }

    private static String literal(int c) {
        return "write '\\" + Character.toString(c) + "' for the character itself";
    }

    /** Before the last {@code $}, which only the end may have. */
    private boolean atEnd() {
        return at >= text.length - 1;
    }

    private int peek() {
        return at < text.length ? text[at] : -1;
    }
}
