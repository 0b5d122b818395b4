package dev.pave.spec;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one field by the table of {@link FieldType}. */
final class FieldReader {

    static final String TYPE = "type";

    /** The most values that an enum may have. */
    static final int MOST_CHOICES = 100;

    private final NodeReader nodes;
    private final Name name;
    private final Location location;
    private final Map<Attribute, Object> given = new EnumMap<>(Attribute.class);
    private final Map<Attribute, Location> places = new EnumMap<>(Attribute.class);

    private FieldReader(NodeReader nodes, Name name, Location location) {
        this.nodes = nodes;
        this.name = name;
        this.location = location;
    }

    /** The field; empty where its type is not known or an attribute that it needs cannot be used. */
    static Optional<Field> read(NodeReader nodes, Name name, YamlNode.Entry entry) {
        return nodes.mapping(entry.value(), "the field '" + name + "'")
                .flatMap(mapping -> new FieldReader(nodes, name, entry.key()).field(mapping));
    }

    private Optional<Field> field(YamlNode.Mapping mapping) {
        Optional<FieldType> type = nodes.required(mapping, TYPE, "the field '" + name + "'")
                .flatMap(node -> nodes.text(node, "type").flatMap(key -> type(key, node.location())));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        FieldType known = type.get();
        mapping.entries().forEach((key, entry) -> {
            if (!key.equals(TYPE)) {
                attribute(known, key, entry);
            }
        });
        boolean complete = true;
        for (FieldType.Rule rule : known.rules()) {
            Attribute attribute = rule.attribute();
            if (rule.mandatory() && !given.containsKey(attribute)) {
                complete = false;
                if (mapping.get(attribute.key()).isEmpty()) {
                    nodes.required(mapping, attribute.key(), "the " + known.key() + " field '" + name + "'");
                }
            }
        }
        if (!complete) {
            return Optional.empty();
        }
        limits(known);
        values(known, mapping);
        return Optional.of(new Field(name, known, given, location));
    }

    private Optional<FieldType> type(String key, Location place) {
        Optional<FieldType> type = FieldType.of(key);
        if (type.isEmpty()) {
            nodes.problem(
                    "unknown-field-type",
                    place,
                    "unknown field type '" + key + "'",
                    Suggestion.remedy(key, FieldType.keys()));
        }
        return type;
    }

    private void attribute(FieldType type, String key, YamlNode.Entry entry) {
        Optional<Attribute> attribute = Attribute.of(key);
        Optional<FieldType.Rule> rule = attribute.flatMap(type::rule);
        if (rule.isEmpty()) {
            List<String> known = Stream.concat(
                            Stream.of(TYPE),
                            type.rules().stream().map(r -> r.attribute().key()))
                    .toList();
            String message = attribute.isPresent()
                    ? "a field of type " + type.key() + " takes no '" + key + "'"
                    : "unknown key '" + key + "' in the field '" + name + "'";
            nodes.problem("unknown-key", entry.key(), message, Suggestion.remedy(key, known));
            return;
        }
        Attribute known = rule.get().attribute();
        places.put(known, entry.value().location());
        if (known.kind() != Attribute.Kind.VALUE) {
            value(rule.get(), type, entry.value()).ifPresent(value -> given.put(known, value));
        }
    }

    private Optional<?> value(FieldType.Rule rule, FieldType type, YamlNode node) {
        String key = rule.attribute().key();
        return switch (rule.attribute().kind()) {
            case TRUTH -> nodes.truth(node, key);
            case TEXT -> nodes.freeText(node, key);
            case COUNT ->
                nodes.wholeNumber(node, key)
                        .map(BigDecimal::new)
                        .filter(number -> isWithin(rule, number, node.location()))
                        .map(BigDecimal::intValueExact);
            case NUMBER ->
                (type == FieldType.DECIMAL
                                ? nodes.number(node, key)
                                : nodes.wholeNumber(node, key).map(BigDecimal::new))
                        .filter(number -> isWithin(rule, number, node.location()));
            case PATTERN -> nodes.text(node, key).filter(text -> isUsable(text, node.location()));
            case CHOICES -> nodes.list(node, key).flatMap(this::choices);
            case RESOURCE -> nodes.name(node, key);
            case VALUE -> throw new AssertionError("read with the limits");
        };
    }

    private boolean isWithin(FieldType.Rule rule, BigDecimal number, Location place) {
        boolean within = rule.least().stream().allMatch(least -> number.compareTo(least) >= 0)
                && rule.most().stream().allMatch(most -> number.compareTo(most) <= 0);
        if (!within) {
            nodes.problem(
                    "out-of-range",
                    place,
                    rule.attribute().key() + " is " + plain(number),
                    "from " + plain(rule.least().orElseThrow()) + " to "
                            + plain(rule.most().orElseThrow()));
        }
        return within;
    }

    private boolean isUsable(String pattern, Location place) {
        try {
            PortablePattern.parse(pattern);
            return true;
        } catch (PortablePattern.Refused e) {
            nodes.problem("invalid-pattern", place, "the pattern " + e.getMessage(), e.remedy());
            return false;
        }
    }

    private Optional<List<Choice>> choices(YamlNode.Sequence list) {
        List<Choice> result = new ArrayList<>();
        Map<String, Choice> constants = new HashMap<>();
        boolean valid = true;
        for (YamlNode item : list.items()) {
            Optional<String> text = nodes.text(item, "a value");
            Optional<Choice> choice = text.filter(Choice::isChoice).map(Choice::new);
            Choice same =
                    choice.map(c -> constants.putIfAbsent(c.constant(), c)).orElse(null);
            valid &= choice.isPresent() && same == null;
            if (text.isPresent() && choice.isEmpty()) {
                nodes.problem(
                        "invalid-value",
                        item.location(),
                        "a value cannot be '" + text.get() + "'",
                        "letters and digits in words between hyphens or underscores, a letter first, at most "
                                + Name.LONGEST + " characters");
            } else if (same != null) {
                nodes.problem(
                        "duplicate",
                        item.location(),
                        "'" + text.orElseThrow() + "' and '" + same + "' are the same constant " + same.constant(),
                        "keep one");
            }
            choice.ifPresent(result::add);
        }
        if (list.items().isEmpty() || list.items().size() > MOST_CHOICES) {
            nodes.problem(
                    "out-of-range",
                    list.location(),
                    "values has " + list.items().size() + " values",
                    "from 1 to " + MOST_CHOICES);
            valid = false;
        }
        return valid ? Optional.of(List.copyOf(result)) : Optional.empty();
    }

    /** The lower limit is not above the upper one, and both can be stored. */
    private void limits(FieldType type) {
        Field field = new Field(name, type, given, location);
        if (field.minLength().orElse(0) > field.maxLength().orElse(Integer.MAX_VALUE)) {
            contradiction(
                    Attribute.MIN_LENGTH,
                    Attribute.MAX_LENGTH,
                    "min-length is greater than max-length, "
                            + field.maxLength().orElseThrow());
        }
        if (field.scale().orElse(0) > field.precision().orElse(Integer.MAX_VALUE)) {
            contradiction(
                    Attribute.SCALE,
                    Attribute.PRECISION,
                    "scale is greater than precision, " + field.precision().orElseThrow());
        } else if (type == FieldType.DECIMAL) {
            field.min().ifPresent(min -> storable(Attribute.MIN, field, min));
            field.max().ifPresent(max -> storable(Attribute.MAX, field, max));
        }
        if (field.min().isPresent()
                && field.max().isPresent()
                && field.min().get().compareTo(field.max().get()) > 0) {
            contradiction(
                    Attribute.MIN,
                    Attribute.MAX,
                    "min is greater than max, " + plain(field.max().get()));
        }
    }

    private void contradiction(Attribute one, Attribute other, String message) {
        Location place = places.getOrDefault(one, places.getOrDefault(other, location));
        nodes.problem(
                "contradiction",
                place,
                message,
                given.containsKey(one) ? "" : one.key() + " is that much where it is not given; add it");
    }

    private void storable(Attribute attribute, Field field, BigDecimal number) {
        FieldValue.fault(field, number)
                .ifPresent(fault -> nodes.problem(
                        "out-of-range", places.getOrDefault(attribute, location), attribute.key() + " " + fault, ""));
    }

    /** Default and example are values that the field takes. */
    private void values(FieldType type, YamlNode.Mapping mapping) {
        Field field = new Field(name, type, given, location);
        for (Attribute attribute : List.of(Attribute.EXAMPLE, Attribute.DEFAULT)) {
            Optional<YamlNode> node = type.takes(attribute) ? mapping.get(attribute.key()) : Optional.empty();
            node.flatMap(n -> parsed(type, n, attribute.key())).ifPresent(value -> {
                Optional<String> fault = FieldValue.fault(field, value).or(() -> FieldValue.outside(field, value));
                fault.ifPresent(f -> nodes.problem(
                        "invalid-value", places.getOrDefault(attribute, location), attribute.key() + " " + f, ""));
                given.put(attribute, value);
            });
        }
        if (field.pattern().isPresent() && !places.containsKey(Attribute.EXAMPLE)) {
            nodes.problem(
                    "missing-key",
                    places.getOrDefault(Attribute.PATTERN, location),
                    "a pattern needs an 'example' that matches it",
                    "add 'example: …'; it shows readers what is meant, and tests use it");
        }
    }

    private Optional<?> parsed(FieldType type, YamlNode node, String key) {
        return switch (type) {
            case INTEGER, LONG -> nodes.wholeNumber(node, key).flatMap(number -> whole(number, node.location(), key));
            case DECIMAL -> nodes.number(node, key);
            case BOOLEAN -> nodes.truth(node, key);
            default -> nodes.text(node, key);
        };
    }

    private Optional<Long> whole(BigInteger number, Location place, String key) {
        if (number.bitLength() < Long.SIZE) {
            return Optional.of(number.longValue());
        }
        nodes.problem("out-of-range", place, key + " is outside what a long holds", "");
        return Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.precision() - number.scale() > 50 ? number.toString() : number.toPlainString();
    }
}
