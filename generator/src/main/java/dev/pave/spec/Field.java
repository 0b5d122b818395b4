package dev.pave.spec;

import dev.pave.problem.Location;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a resource.
 *
 * @param attributes what the description gives, each as its {@link Attribute.Kind} says; what it leaves out is known by the methods below
 */
public record Field(Name name, FieldType type, Map<Attribute, Object> attributes, Location location) {

    public Field {
        for (Map.Entry<Attribute, Object> given : attributes.entrySet()) {
            if (!type.takes(given.getKey())) {
                throw new IllegalArgumentException(
                        type.key() + " takes no " + given.getKey().key());
            }
        }
        for (FieldType.Rule rule : type.rules()) {
            if (rule.mandatory() && !attributes.containsKey(rule.attribute())) {
                throw new IllegalArgumentException(
                        type.key() + " needs " + rule.attribute().key());
            }
        }
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(attributes));
    }

    /** The name under which the value is stored and sent: a reference {@code student} is the column and property {@code student-id}. */
    public Name key() {
        return type == FieldType.REFERENCE ? name.with("id") : name;
    }

    public boolean required() {
        return Boolean.TRUE.equals(attributes.get(Attribute.REQUIRED));
    }

    public boolean unique() {
        return Boolean.TRUE.equals(attributes.get(Attribute.UNIQUE));
    }

    public Optional<String> description() {
        return given(Attribute.DESCRIPTION, String.class);
    }

    /** The most code points, for types that are written as free text; present for string, text, email and uri. */
    public Optional<Integer> maxLength() {
        return switch (type) {
            case EMAIL -> Optional.of(FieldType.LONGEST_EMAIL);
            case URI -> Optional.of(FieldType.LONGEST_URI);
            default -> effective(Attribute.MAX_LENGTH, Integer.class);
        };
    }

    /** The fewest code points; present for string and text. */
    public Optional<Integer> minLength() {
        return effective(Attribute.MIN_LENGTH, Integer.class);
    }

    /** The expression that the whole value matches, between {@code ^} and {@code $}. */
    public Optional<String> pattern() {
        return given(Attribute.PATTERN, String.class);
    }

    /** A value to show: String, Long, or BigDecimal, by type. */
    public Optional<Object> example() {
        return given(Attribute.EXAMPLE, Object.class);
    }

    public Optional<BigDecimal> min() {
        return given(Attribute.MIN, BigDecimal.class);
    }

    public Optional<BigDecimal> max() {
        return given(Attribute.MAX, BigDecimal.class);
    }

    /** Digits in all; present for decimal. */
    public Optional<Integer> precision() {
        return effective(Attribute.PRECISION, Integer.class);
    }

    /** Digits after the point; present for decimal. */
    public Optional<Integer> scale() {
        return effective(Attribute.SCALE, Integer.class);
    }

    /** What may be chosen; empty but for an enum. */
    public List<Choice> values() {
        return attributes.get(Attribute.VALUES) instanceof List<?> values
                ? values.stream().map(Choice.class::cast).toList()
                : List.of();
    }

    /** The value where none is given: String, Long, BigDecimal or Boolean, by type; that of an enum is a String. */
    public Optional<Object> defaultValue() {
        return given(Attribute.DEFAULT, Object.class);
    }

    /** The resource that is referred to; present for a reference. */
    public Optional<Name> to() {
        return given(Attribute.TO, Name.class);
    }

    private <T> Optional<T> given(Attribute attribute, Class<T> as) {
        return Optional.ofNullable(attributes.get(attribute)).map(as::cast);
    }

    private <T> Optional<T> effective(Attribute attribute, Class<T> as) {
        return given(attribute, as)
                .or(() ->
                        type.rule(attribute).flatMap(FieldType.Rule::otherwise).map(as::cast));
    }
}
