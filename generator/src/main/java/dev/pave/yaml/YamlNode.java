package dev.pave.yaml;

import dev.pave.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML document and where it stands. */
public sealed interface YamlNode {

    Location location();

    /** What a person calls this kind of value, with its article. */
    String kind();

    /**
     * A scalar.
     *
     * @param text as written, escapes resolved
     * @param value by the YAML 1.2 core schema: String, Boolean, Long, BigDecimal or, for null, an empty Optional; an integer beyond a long is a BigDecimal
     * @param plain written without quotes
     */
    record Scalar(Location location, String text, Optional<Object> value, boolean plain) implements YamlNode {

        public boolean isNull() {
            return value.isEmpty();
        }

        @Override
        public String kind() {
            return value.map(v -> v instanceof String
                            ? "a text"
                            : v instanceof Boolean
                                    ? "a truth value"
                                    : v instanceof Long ? "a whole number" : "a number")
                    .orElse("nothing");
        }
    }

    /** A list, in the order written. */
    record Sequence(Location location, List<YamlNode> items) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping, in the order written; keys are texts and occur once. */
    record Mapping(Location location, Map<String, Entry> entries) implements YamlNode {

        public Optional<YamlNode> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key with its place, and its value. */
    record Entry(Location key, YamlNode value) {}
}
