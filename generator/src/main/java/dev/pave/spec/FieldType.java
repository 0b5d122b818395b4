package dev.pave.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The types of fields, and the one table of which attributes each takes, within which limits and with which defaults. The reader, the
 * JSON Schema, the samples and the reference follow it.
 */
public enum FieldType {
    STRING(
            "string",
            "one line of text, without control characters",
            Rule.of(Attribute.UNIQUE),
            Rule.count(Attribute.MAX_LENGTH, 1, 1_000, 255),
            Rule.count(Attribute.MIN_LENGTH, 0, 1_000, 1),
            Rule.of(Attribute.PATTERN),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    TEXT(
            "text",
            "text of several lines; of the control characters only tab, line feed and carriage return",
            Rule.count(Attribute.MAX_LENGTH, 1, 100_000, 10_000),
            Rule.count(Attribute.MIN_LENGTH, 0, 100_000, 1),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    INTEGER(
            "integer",
            "a whole number of 32 bits",
            Rule.of(Attribute.UNIQUE),
            Rule.number(Attribute.MIN, Integer.MIN_VALUE, Integer.MAX_VALUE),
            Rule.number(Attribute.MAX, Integer.MIN_VALUE, Integer.MAX_VALUE),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    LONG(
            "long",
            "a whole number of 64 bits",
            Rule.of(Attribute.UNIQUE),
            Rule.number(Attribute.MIN, Long.MIN_VALUE, Long.MAX_VALUE),
            Rule.number(Attribute.MAX, Long.MIN_VALUE, Long.MAX_VALUE),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    DECIMAL(
            "decimal",
            "an exact number with `scale` digits after the point; at most 15 digits, so that readers of JSON that use doubles keep each",
            Rule.of(Attribute.UNIQUE),
            Rule.count(Attribute.PRECISION, 1, 15, 12),
            Rule.count(Attribute.SCALE, 0, 15, 2),
            Rule.of(Attribute.MIN),
            Rule.of(Attribute.MAX),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    BOOLEAN("boolean", "true or false", Rule.of(Attribute.DEFAULT)),
    DATE(
            "date",
            "a day, as `2026-03-02`",
            Rule.of(Attribute.UNIQUE),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    TIMESTAMP(
            "timestamp",
            "a moment, as `2026-03-02T09:30:00Z`",
            Rule.of(Attribute.UNIQUE),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    UUID("uuid", "a UUID", Rule.of(Attribute.UNIQUE), Rule.of(Attribute.EXAMPLE)),
    EMAIL(
            "email",
            "an e-mail address of at most 254 characters",
            Rule.of(Attribute.UNIQUE),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    URI(
            "uri",
            "an absolute URI of at most 2,048 characters",
            Rule.of(Attribute.UNIQUE),
            Rule.of(Attribute.EXAMPLE),
            Rule.of(Attribute.DEFAULT)),
    ENUM("enum", "one of a few words", Rule.mandatory(Attribute.VALUES), Rule.of(Attribute.DEFAULT)),
    REFERENCE("reference", "another row, by its id", Rule.of(Attribute.UNIQUE), Rule.mandatory(Attribute.TO)),
    JSON("json", "any JSON object");

    /** The longest e-mail address, RFC 5321 section 4.5.3.1.3 less the angle brackets. */
    public static final int LONGEST_EMAIL = 254;

    public static final int LONGEST_URI = 2_048;

    /**
     * How a type takes an attribute.
     *
     * @param mandatory whether a field of the type cannot be without it
     * @param least the least number that may be given
     * @param most the greatest
     * @param otherwise what holds where the attribute is left out
     */
    public record Rule(
            Attribute attribute,
            boolean mandatory,
            Optional<BigDecimal> least,
            Optional<BigDecimal> most,
            Optional<Object> otherwise) {

        private static Rule of(Attribute attribute) {
            return new Rule(attribute, false, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static Rule mandatory(Attribute attribute) {
            return new Rule(attribute, true, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static Rule truth(Attribute attribute) {
            return new Rule(attribute, false, Optional.empty(), Optional.empty(), Optional.of(false));
        }

        private static Rule count(Attribute attribute, int least, int most, int otherwise) {
            return new Rule(
                    attribute,
                    false,
                    Optional.of(BigDecimal.valueOf(least)),
                    Optional.of(BigDecimal.valueOf(most)),
                    Optional.of(otherwise));
        }

        private static Rule number(Attribute attribute, long least, long most) {
            return new Rule(
                    attribute,
                    false,
                    Optional.of(BigDecimal.valueOf(least)),
                    Optional.of(BigDecimal.valueOf(most)),
                    Optional.empty());
        }
    }

    private final String key;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Rule> rules;

    FieldType(String key, String meaning, Rule... own) {
        this.key = key;
        this.meaning = meaning;
        List<Rule> all = new ArrayList<>(own.length + 2);
        all.add(Rule.truth(Attribute.REQUIRED));
        all.add(Rule.of(Attribute.DESCRIPTION));
        all.addAll(Arrays.asList(own));
        this.rules = List.copyOf(all);
    }

    /** The type that is written so in a description. */
    public static Optional<FieldType> of(String key) {
        for (FieldType type : values()) {
            if (type.key.equals(key)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What all types are written as, in order. */
    static List<String> keys() {
        return Arrays.stream(values()).map(FieldType::key).toList();
    }

    /** As it is written in a description, {@code string}. */
    public String key() {
        return key;
    }

    /** What a value is, half a sentence for the reference. */
    public String meaning() {
        return meaning;
    }

    /** The attributes that a field of this type may have. */
    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(Attribute attribute) {
        return rules.stream().filter(rule -> rule.attribute() == attribute).findFirst();
    }

    public boolean takes(Attribute attribute) {
        return rule(attribute).isPresent();
    }

    /** A number, whole or not. */
    public boolean isNumber() {
        return NUMBERS.contains(this);
    }

    /** Whether a list can be filtered and sorted by it, and it can be part of a unique combination. */
    public boolean isComparable() {
        return this != TEXT && this != JSON;
    }

    private static final EnumSet<FieldType> NUMBERS = EnumSet.of(INTEGER, LONG, DECIMAL);
}
