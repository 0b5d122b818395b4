package dev.pave.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** What a scalar without quotes means, by the core schema of YAML 1.2 (section 10.3.2). Written out, because start-up cannot wait for regular expressions. */
final class CoreSchema {

    static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EXPONENT = 3;

    private CoreSchema() {}

    /** String, Boolean, Long or BigDecimal; empty for null. What has no exact value, such as {@code .inf}, is a String. */
    static Optional<Object> value(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Optional.empty();
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.of(isNumber(text) ? number(text) : text);
        };
    }

    private static Object number(String text) {
        boolean prefixed = text.startsWith("0x") || text.startsWith("0o");
        if (!prefixed && !text.chars().allMatch(c -> isDigit(c) || c == '-' || c == '+')) {
            return new BigDecimal(text);
        }
        BigInteger integer =
                prefixed ? new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8) : new BigInteger(text);
        return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : new BigDecimal(integer);
    }

    /** Whether the text is a decimal, octal or hexadecimal number; of any length, but with an exponent of few digits. */
    static boolean isNumber(String text) {
        if (text.startsWith("0x")) {
            return text.length() > 2 && text.chars().skip(2).allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        }
        if (text.startsWith("0o")) {
            return text.length() > 2 && text.chars().skip(2).allMatch(c -> c >= '0' && c <= '7');
        }
        int at = sign(text, 0);
        int whole = digits(text, at);
        int end = whole;
        int fraction = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            fraction = end + 1;
            end = digits(text, fraction);
        }
        if (whole == at && end == fraction) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = sign(text, end + 1);
            end = digits(text, exponent);
            return end == text.length() && end > exponent && end - exponent <= LONGEST_EXPONENT;
        }
        return end == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
