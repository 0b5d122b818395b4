package dev.pave.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as words, such that the same cutting of a phrase and of a text makes them comparable: English plurals fall together, a Korean word is also
 * offered without its particle, and a number is a word of its own.
 */
final class Words {

    /** Endings of Korean nouns and of verbs made from them, the longer ones first. */
    private static final List<String> PARTICLES = List.of(
            "했습니다", "합니다", "됩니다", "입니다", "에서는", "으로는", "하는", "하기", "하여", "하며", "하고", "되는", "에서", "에게", "에는", "에도", "으로",
            "까지", "부터", "보다", "처럼", "마다", "이나", "이며", "이고", "들을", "들의", "들이", "이란", "은", "는", "이", "가", "을", "를", "의",
            "에", "로", "와", "과", "도", "만", "한", "할", "함", "된", "들", "고", "며", "나");

    private final List<Word> words = new ArrayList<>();
    private final String text;
    private boolean boundary;

    private Words(String text) {
        this.text = text;
    }

    /**
     * A word and where it stands.
     *
     * @param exact as written
     * @param forms under which a phrase can name it, in lower case
     * @param start offset of its first character in the text
     * @param end offset behind its last
     * @param attached nothing stands between it and the word before
     * @param first something stands before it over which no phrase reaches, as a comma
     */
    record Word(String exact, List<String> forms, int start, int end, boolean attached, boolean first) {

        boolean isNumber() {
            return Character.isDigit(exact.charAt(0));
        }

        /** The word in lower case, as English folds it. */
        String form() {
            return forms.get(0);
        }
    }

    /** Cuts a text that is in {@linkplain dev.pave.persona.NormalForm normal form}. */
    static List<Word> of(String text) {
        return new Words(text).cut();
    }

    private List<Word> cut() {
        int at = 0;
        boundary = true;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isPart(c)) {
                at = word(at, c);
            } else {
                boundary |= isBoundary(at, c);
                at += Character.charCount(c);
            }
        }
        return words;
    }

    private int word(int start, int first) {
        int end = Character.isDigit(first) ? endOfNumber(start) : endOfLetters(start, isHangul(first));
        String exact = text.substring(start, end);
        boolean attached = !words.isEmpty() && words.get(words.size() - 1).end() == start;
        if (attached
                && isHangul(first)
                && PARTICLES.contains(exact)
                && !words.get(words.size() - 1).isNumber()) {
            return end; // the particle of a word in Latin letters: API를
        }
        words.add(new Word(exact, forms(exact), start, end, attached, boundary));
        boundary = false;
        return end;
    }

    /** Letters and the digits after them, as in {@code EC2}; Korean and other letters are cut apart, as in {@code API를}. */
    private int endOfLetters(int start, boolean hangul) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean goesOn = isPart(c) && (hangul ? isHangul(c) : !isHangul(c));
            if (!goesOn && !(c == '_' && at + 1 < text.length() && isPart(text.codePointAt(at + 1)))) {
                break;
            }
            at += Character.charCount(c);
        }
        boolean sign = at < text.length() && at == start + 1 && "+#".indexOf(text.charAt(at)) >= 0;
        if (sign && !hangul) {
            while (at < text.length() && "+#".indexOf(text.charAt(at)) >= 0) {
                at++; // C++, C#
            }
        }
        return at;
    }

    /** Digits, with a comma before three of them or a point before any: {@code 10,000}, {@code 99.9}. */
    private int endOfNumber(int start) {
        int at = start;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
            if (at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
                at++;
            } else if (at + 3 < text.length()
                    && text.charAt(at) == ','
                    && text.substring(at + 1, at + 4).chars().allMatch(Character::isDigit)) {
                at++;
            }
        }
        return at == start ? start + Character.charCount(text.codePointAt(start)) : at;
    }

    private boolean isBoundary(int at, int c) {
        if (c == '.') {
            return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        }
        return ",;:()[]{}|!?，、。：；（）·•\"".indexOf(c) >= 0;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isHangul(int c) {
        return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F);
    }

    private static List<String> forms(String exact) {
        String lower = exact.toLowerCase(Locale.ROOT);
        if (!isHangul(exact.codePointAt(0))) {
            return List.of(singular(lower));
        }
        List<String> forms = new ArrayList<>();
        forms.add(lower);
        for (String particle : PARTICLES) {
            if (lower.length() > particle.length() && lower.endsWith(particle)) {
                forms.add(lower.substring(0, lower.length() - particle.length()));
            }
        }
        return forms;
    }

    private static String singular(String word) {
        int length = word.length();
        if (length <= 3
                || word.equals("https")
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("is")
                || word.endsWith("us")) {
            return word;
        }
        return word.endsWith("ies") && length > 4 ? word.substring(0, length - 3) + "y" : word.substring(0, length - 1);
    }
}
