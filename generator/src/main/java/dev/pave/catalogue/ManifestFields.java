package dev.pave.catalogue;

import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Entry;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes values of the kinds that manifests and rules have out of a mapping, and collects what is wrong with them. */
final class ManifestFields {

    private final Problems problems;

    ManifestFields(Problems problems) {
        this.problems = problems;
    }

    /** Complains of keys that are not among the known ones. */
    void knownKeys(Mapping mapping, Set<String> known) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add("unknown-key", entry.key(), "unknown key '" + key + "'", Suggestion.remedy(key, known));
            }
        });
    }

    /** A text that must be there. */
    String required(Mapping mapping, String key) {
        Optional<String> text = text(mapping, key);
        if (text.isEmpty()) {
            problems.add("manifest", place(mapping, key), "'" + key + "' must be given, as a text", "");
        }
        return text.orElse("");
    }

    /** A text; empty where there is none. */
    Optional<String> text(Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Scalar.class::isInstance)
                .map(node -> ((Scalar) node).text())
                .filter(text -> !text.isEmpty());
    }

    /** Whether a key is there, whose only value is the word. */
    boolean isWord(Mapping mapping, String key, String word) {
        Optional<String> text = text(mapping, key);
        if (text.isPresent() && !text.get().equals(word)) {
            problems.add("manifest", place(mapping, key), "the only value of '" + key + "' is '" + word + "'", "");
        }
        return text.isPresent();
    }

    /** A list of texts; empty where there is none. */
    List<String> texts(Mapping mapping, String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence(mapping, key)) {
            if (item instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else {
                problems.add("manifest", item.location(), "'" + key + "' is a list of texts", "");
            }
        }
        return texts;
    }

    List<YamlNode> sequence(Mapping mapping, String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Sequence)) {
            problems.add("manifest", place(mapping, key), "'" + key + "' is a list", "");
        }
        return node.orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    Optional<Mapping> mapping(Mapping mapping, String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Mapping)) {
            problems.add("manifest", place(mapping, key), "'" + key + "' is a mapping", "");
        }
        return node.orElse(null) instanceof Mapping found ? Optional.of(found) : Optional.empty();
    }

    /** Where a key stands, or else the mapping. */
    static Location place(Mapping mapping, String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.location() : entry.key();
    }

    static Map<String, Object> plainMap(Mapping mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> map.put(key, plain(entry.value())));
        return map;
    }

    /** A YAML value as maps, lists, texts, numbers and truth values; nothing becomes an empty text. */
    static Object plain(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return plainMap(mapping);
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(ManifestFields::plain).toList();
        }
        return ((Scalar) node).value().orElse("");
    }
}
