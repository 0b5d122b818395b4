package dev.pave.catalogue;

import static java.util.stream.Collectors.toCollection;

import dev.pave.persona.NormalForm;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A mapping of the catalogue, with the checks that its values share. What is wrong goes to the problems; the value is then empty. */
final class CatalogueEntry {

    private final YamlNode.Mapping node;
    private final Problems problems;

    private CatalogueEntry(YamlNode.Mapping node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    static Optional<CatalogueEntry> of(YamlNode node, List<String> keys, Problems problems) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.add("catalogue-form", node.location(), "an entry is a mapping, and this is " + node.kind(), "");
            return Optional.empty();
        }
        mapping.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                problems.add("unknown-key", entry.key(), "unknown key '" + key + "'", Suggestion.remedy(key, keys));
            }
        });
        return Optional.of(new CatalogueEntry(mapping, problems));
    }

    Location location() {
        return node.location();
    }

    void problem(String key, String message, String remedy) {
        problems.add("catalogue-value", place(key), message, remedy);
    }

    private Location place(String key) {
        return node.get(key).map(YamlNode::location).orElse(node.location());
    }

    Optional<String> text(String key) {
        Optional<YamlNode> value = node.get(key);
        if (value.isPresent() && !(value.get() instanceof YamlNode.Scalar)) {
            problem(key, "'" + key + "' is a text, and this is " + value.get().kind(), "");
        }
        return value.filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode.Scalar.class::cast)
                .map(YamlNode.Scalar::text)
                .filter(text -> !text.isBlank());
    }

    Optional<String> required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            problem(key, "'" + key + "' is missing", key + ": …");
        }
        return text;
    }

    <T> Optional<T> choice(String key, List<String> names, Function<String, Optional<T>> named) {
        Optional<String> text = text(key);
        Optional<T> value = text.flatMap(named);
        if (text.isPresent() && value.isEmpty()) {
            problem(key, "unknown " + key + " '" + text.get() + "'", Suggestion.remedy(text.get(), names));
        }
        return value;
    }

    <T> Optional<T> required(String key, List<String> names, Function<String, Optional<T>> named) {
        return required(key).isPresent() ? choice(key, names, named) : Optional.empty();
    }

    Optional<CatalogueEntry> mapping(String key, List<String> keys) {
        return node.get(key).flatMap(value -> of(value, keys, problems));
    }

    Optional<String> id(Predicate<String> valid) {
        Optional<String> id = required("id");
        if (id.isPresent() && !valid.test(id.get())) {
            problem("id", "'" + id.get() + "' is not an id", "small Latin letters, digits and single hyphens");
            return Optional.empty();
        }
        return id;
    }

    /** Reports an id that an earlier entry has; its place is remembered by the given map. */
    void distinct(Map<String, Location> first) {
        text("id").ifPresent(id -> {
            Location earlier = first.putIfAbsent(id, place("id"));
            if (earlier != null) {
                problems.add("duplicate-id", place("id"), "'" + id + "' is given twice", "first given at " + earlier);
            }
        });
    }

    Phrases phrases() {
        List<String> anyCase = texts("recognise");
        List<String> exact = texts("recognise-exactly");
        if (node.get("recognise").isEmpty() && node.get("recognise-exactly").isEmpty()) {
            problem("recognise", "no phrase names it", "recognise: [\"…\"]");
        }
        return new Phrases(anyCase, exact);
    }

    private List<String> texts(String key) {
        Optional<YamlNode> value = node.get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof YamlNode.Sequence list)) {
            problem(
                    key,
                    "'" + key + "' is a list of phrases, and this is "
                            + value.get().kind(),
                    "[\"…\"]");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Scalar scalar
                    && !Words.of(NormalForm.of(scalar.text())).isEmpty()) {
                texts.add(scalar.text());
            } else {
                problems.add("catalogue-value", item.location(), "a phrase has at least one word", "");
            }
        }
        return texts;
    }

    /** The id of a known practice whose figure has a fitting unit. */
    Optional<PracticeId> practice(String key, Map<PracticeId, Practice> practices, Unit unit) {
        Optional<String> name = required(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Practice> practice =
                name.filter(PracticeId::isValid).map(PracticeId::new).map(practices::get);
        if (practice.isEmpty()) {
            List<String> known =
                    practices.keySet().stream().map(PracticeId::value).sorted().collect(toCollection(ArrayList::new));
            problem(key, "unknown practice '" + name.get() + "'", Suggestion.remedy(name.get(), known));
            return Optional.empty();
        }
        if (practice.flatMap(Practice::figure)
                .filter(rule -> rule.unit().fits(unit) || unit.fits(rule.unit()))
                .isEmpty()) {
            problem(key, "'" + name.get() + "' has no figure in " + unit.written(), "");
            return Optional.empty();
        }
        return practice.map(Practice::id);
    }
}
