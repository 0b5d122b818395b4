package dev.pave.spec;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Whether a value is one that a field takes. */
final class FieldValue {

    private static final int LENGTH_OF_A_DATE = 10;
    private static final int LENGTH_OF_A_UUID = 36;

    private FieldValue() {}

    /** Why the field's type, its length, its pattern or its values do not allow a value; half a sentence. */
    static Optional<String> fault(Field field, Object value) {
        if (value instanceof String text) {
            return text(field, text);
        }
        if (value instanceof Long whole && field.type() == FieldType.INTEGER && whole != whole.intValue()) {
            return Optional.of("is outside what an integer holds");
        }
        if (value instanceof BigDecimal number) {
            int scale = field.scale().orElse(0);
            int whole = number.precision() - number.scale();
            if (number.signum() != 0
                    && (number.scale() > scale || whole > field.precision().orElse(0) - scale)) {
                return Optional.of("does not fit into " + field.precision().orElse(0) + " digits, " + scale
                        + " of them after the point");
            }
        }
        return Optional.empty();
    }

    /** Why {@code min} or {@code max} do not allow a number. */
    static Optional<String> outside(Field field, Object value) {
        if (!(value instanceof Number)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(value.toString());
        if (field.min().stream().anyMatch(min -> number.compareTo(min) < 0)) {
            return Optional.of("is less than min");
        }
        return field.max().stream().anyMatch(max -> number.compareTo(max) > 0)
                ? Optional.of("is greater than max")
                : Optional.empty();
    }

    private static Optional<String> text(Field field, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength().orElse(Integer.MAX_VALUE)) {
            return Optional.of("is longer than " + field.maxLength().orElseThrow() + " characters");
        }
        if (length < field.minLength().orElse(0)) {
            return Optional.of("is shorter than " + field.minLength().orElseThrow() + " characters");
        }
        Optional<String> character = FreeText.character(text, field.type() == FieldType.TEXT);
        if (character.isPresent()) {
            return character;
        }
        return switch (field.type()) {
            case DATE -> isDate(text) ? Optional.empty() : Optional.of("is no day, as 2026-03-02");
            case TIMESTAMP ->
                isTimestamp(text) ? Optional.empty() : Optional.of("is no moment, as 2026-03-02T09:30:00Z");
            case UUID -> isUuid(text) ? Optional.empty() : Optional.of("is no UUID");
            case EMAIL -> isEmail(text) ? Optional.empty() : Optional.of("is no e-mail address");
            case URI -> isUri(text) ? Optional.empty() : Optional.of("is no absolute URI");
            case ENUM ->
                field.values().stream().anyMatch(choice -> choice.text().equals(text))
                        ? Optional.empty()
                        : Optional.of("is none of the values");
            default -> matches(field, text) ? Optional.empty() : Optional.of("does not match the pattern");
        };
    }

    private static boolean matches(Field field, String text) {
        return PortablePattern.of(field)
                .map(pattern -> pattern.matcher().test(text))
                .orElse(true);
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == LENGTH_OF_A_DATE && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** RFC 3339 with the letters in upper case and seconds. */
    private static boolean isTimestamp(String text) {
        try {
            return text.length() > "2026-03-02T09:30:00".length()
                    && text.charAt("2026-03-02T09:30".length()) == ':'
                    && text.indexOf('T') == LENGTH_OF_A_DATE
                    && OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        try {
            return text.length() == LENGTH_OF_A_UUID
                    && UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isEmail(String text) {
        return text.matches(
                "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute() && text.chars().allMatch(c -> c < 0x80);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
