package dev.pave.verify.rule;

import dev.pave.problem.InvalidInput;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlNode.Sequence;
import dev.pave.yaml.YamlReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML and JSON, which is YAML: every document of a file. */
final class YamlArtifact {

    private YamlArtifact() {}

    /** @return empty where it is not YAML; a validator says so */
    static List<Node> read(String path, String text) {
        try {
            return YamlReader.readAll(path, text).stream()
                    .map(YamlArtifact::node)
                    .toList();
        } catch (InvalidInput e) {
            return List.of();
        }
    }

    private static Node node(YamlNode yaml) {
        int line = Math.max(yaml.location().line(), 1);
        if (yaml instanceof Mapping mapping) {
            Map<String, Node> fields = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> {
                Node value = node(entry.value());
                // A block that is the value of a key begins where the key stands, for a person.
                fields.put(
                        key, new Node(value.value(), Math.max(entry.key().line(), 1), value.fields(), value.items()));
            });
            return Node.map(line, fields);
        }
        if (yaml instanceof Sequence sequence) {
            return Node.list(
                    line, sequence.items().stream().map(YamlArtifact::node).toList());
        }
        return ((Scalar) yaml)
                .value()
                .map(value -> Node.leaf(value instanceof BigDecimal number ? number.doubleValue() : value, line))
                .orElseGet(() -> Node.nothing(line));
    }
}
