package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Ways through a YAML tree that end quietly where it has another form than expected. */
final class Nodes {

    private Nodes() {}

    /** The value below the keys. */
    static Optional<YamlNode> at(YamlNode node, String... keys) {
        Optional<YamlNode> at = Optional.of(node);
        for (String key : keys) {
            at = at.flatMap(n -> n instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return at;
    }

    /** The text below the keys; empty where there is none, or a null. */
    static Optional<String> text(YamlNode node, String... keys) {
        return at(node, keys).flatMap(Nodes::text);
    }

    static Optional<String> text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /** The items of the list below the keys. */
    static List<YamlNode> items(YamlNode node, String... keys) {
        return at(node, keys)
                .map(n -> n instanceof YamlNode.Sequence sequence ? sequence.items() : List.<YamlNode>of())
                .orElse(List.of());
    }

    /** The entries of the mapping below the keys. */
    static Map<String, YamlNode.Entry> entries(YamlNode node, String... keys) {
        return at(node, keys)
                .map(n -> n instanceof YamlNode.Mapping mapping ? mapping.entries() : Map.<String, YamlNode.Entry>of())
                .orElse(Map.of());
    }

    /** Where the value below the keys is; the nearest node above where there is none. */
    static Location place(YamlNode node, String... keys) {
        YamlNode at = node;
        for (String key : keys) {
            Optional<YamlNode> next = at(at, key);
            if (next.isEmpty()) {
                return at.location();
            }
            at = next.get();
        }
        return at.location();
    }

    /** Hands over the node and everything below it. */
    static void walk(YamlNode node, Consumer<YamlNode> visitor) {
        visitor.accept(node);
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> walk(item, visitor));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().values().forEach(entry -> walk(entry.value(), visitor));
        }
    }
}
