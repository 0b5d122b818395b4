package dev.pave.spec;

import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Turns nodes into values of the domain, or into problems; then the answer is empty. */
final class NodeReader {

    private static final String FORM_OF_A_NAME =
            "lower case letters and digits in words between hyphens, a letter first, at most " + Name.LONGEST
                    + " characters";

    private final Problems problems;

    NodeReader(Problems problems) {
        this.problems = problems;
    }

    void problem(String code, Location location, String message, String remedy) {
        problems.add(code, location, message, remedy);
    }

    Optional<YamlNode.Mapping> mapping(YamlNode node, String what) {
        return node instanceof YamlNode.Mapping mapping ? Optional.of(mapping) : wrongKind(node, what, "a mapping", "");
    }

    Optional<YamlNode.Sequence> list(YamlNode node, String what) {
        return node instanceof YamlNode.Sequence list
                ? Optional.of(list)
                : wrongKind(node, what, "a list", "write [a, b] or one '- a' a line");
    }

    Optional<String> text(YamlNode node, String what) {
        if (node instanceof YamlNode.Scalar scalar && scalar.value().orElse(null) instanceof String text) {
            return Optional.of(text);
        }
        boolean quotable = node instanceof YamlNode.Scalar scalar && !scalar.isNull();
        return wrongKind(node, what, "a text", quotable ? "put it between quotes" : "");
    }

    Optional<Boolean> truth(YamlNode node, String what) {
        return node instanceof YamlNode.Scalar scalar && scalar.value().orElse(null) instanceof Boolean truth
                ? Optional.of(truth)
                : wrongKind(node, what, "true or false", "");
    }

    /** A number without zeros at its end, so that equal numbers are equal values. */
    Optional<BigDecimal> number(YamlNode node, String what) {
        if (node instanceof YamlNode.Scalar scalar) {
            Object value = scalar.value().orElse("");
            if (value instanceof Long whole) {
                return Optional.of(BigDecimal.valueOf(whole));
            }
            if (value instanceof BigDecimal number) {
                BigDecimal stripped = number.stripTrailingZeros();
                return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
            }
        }
        return wrongKind(node, what, "a number", "");
    }

    Optional<BigInteger> wholeNumber(YamlNode node, String what) {
        if (node instanceof YamlNode.Scalar scalar) {
            Object value = scalar.value().orElse("");
            if (value instanceof Long whole) {
                return Optional.of(BigInteger.valueOf(whole));
            }
            if (value instanceof BigDecimal number
                    && number.stripTrailingZeros().scale() <= 0) {
                return Optional.of(number.toBigInteger());
            }
        }
        return wrongKind(node, what, "a whole number", "");
    }

    Optional<Name> name(YamlNode node, String what) {
        return text(node, what).flatMap(text -> name(text, node.location(), what));
    }

    Optional<Name> name(String text, Location location, String what) {
        Optional<Name> name = Name.parse(text);
        if (name.isEmpty()) {
            String remedy = kebab(text).map(k -> "did you mean '" + k + "'? ").orElse("") + FORM_OF_A_NAME;
            problems.add("invalid-name", location, what + " cannot be '" + text + "'", remedy);
        }
        return name;
    }

    /** A description or the like, in a person's own words. */
    Optional<String> freeText(YamlNode node, String what) {
        return text(node, what).filter(text -> {
            Optional<String> refusal = FreeText.refusal(text);
            refusal.ifPresent(reason -> problems.add(
                    "invalid-text",
                    node.location(),
                    what + " " + reason,
                    "1 to " + FreeText.LONGEST + " characters; of the control characters only line feed and tab"));
            return refusal.isEmpty();
        });
    }

    /** Ids that the planner will look up. */
    List<Selected> selection(YamlNode node, String what) {
        List<Selected> result = new ArrayList<>();
        list(node, what).ifPresent(list -> {
            for (YamlNode item : list.items()) {
                id(item, what).ifPresent(id -> {
                    if (result.stream().anyMatch(selected -> selected.id().equals(id))) {
                        problems.add("duplicate", item.location(), "'" + id + "' is listed twice", "keep one");
                    }
                    result.add(new Selected(id, item.location()));
                });
            }
        });
        return result;
    }

    Optional<String> id(YamlNode node, String what) {
        return text(node, what).filter(text -> {
            boolean valid = !text.isEmpty()
                    && text.length() <= 2 * Name.LONGEST
                    && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
            if (!valid) {
                problems.add(
                        "invalid-id",
                        node.location(),
                        what + " cannot be '" + text + "'",
                        "lower case letters, digits and hyphens");
            }
            return valid;
        });
    }

    void refuseUnknownKeys(YamlNode.Mapping mapping, Collection<String> known, String where) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(
                        "unknown-key",
                        entry.key(),
                        "unknown key '" + key + "' in " + where,
                        Suggestion.remedy(key, known));
            }
        });
    }

    Optional<YamlNode> required(YamlNode.Mapping mapping, String key, String where) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isEmpty()) {
            problems.add("missing-key", mapping.location(), where + " has no '" + key + "'", "add '" + key + ": …'");
        }
        return node;
    }

    private <T> Optional<T> wrongKind(YamlNode node, String what, String wanted, String remedy) {
        problems.add("wrong-kind", node.location(), what + " must be " + wanted + ", this is " + node.kind(), remedy);
        return Optional.empty();
    }

    /** What somebody who wrote {@code FullName}, {@code full_name} or {@code Full name} probably meant. */
    private static Optional<String> kebab(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length() && i <= 2 * Name.LONGEST; i++) {
            char c = text.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean open = result.length() > 0 && result.charAt(result.length() - 1) != '-';
            boolean wordStarts = !plain || (upper && i > 0 && Character.isLowerCase(text.charAt(i - 1)));
            if (wordStarts && open) {
                result.append('-');
            }
            if (plain) {
                result.append(upper ? (char) (c - 'A' + 'a') : c);
            }
        }
        String kebab = result.toString();
        String trimmed = kebab.endsWith("-") ? kebab.substring(0, kebab.length() - 1) : kebab;
        return Name.isName(trimmed) ? Optional.of(trimmed) : Optional.empty();
    }
}
