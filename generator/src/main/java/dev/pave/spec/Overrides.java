package dev.pave.spec;

import dev.pave.problem.Location;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that take the place of those of a text, each under the dotted path of its key. */
final class Overrides {

    private static final int DEEPEST = 10;

    static final Overrides NONE = new Overrides(List.of());

    private record Replacement(Location location, String key, String value) {}

    private final List<Replacement> replacements;

    private Overrides(List<Replacement> replacements) {
        this.replacements = replacements;
    }

    Overrides and(String origin, Map<String, String> set) {
        List<Replacement> all = new ArrayList<>(replacements);
        set.forEach((key, value) -> all.add(new Replacement(Location.of(origin + " " + key), key, value)));
        return new Overrides(List.copyOf(all));
    }

    Overrides andOne(String place, String key, String value) {
        List<Replacement> all = new ArrayList<>(replacements);
        all.add(new Replacement(Location.of(place), key, value));
        return new Overrides(List.copyOf(all));
    }

    YamlNode.Mapping applyTo(YamlNode.Mapping root, NodeReader nodes) {
        YamlNode.Mapping result = root;
        for (Replacement replacement : replacements) {
            List<String> path = List.of(replacement.key().split("[.]", -1));
            if (path.contains("") || path.size() > DEEPEST) {
                nodes.problem(
                        "invalid-key",
                        replacement.location(),
                        "'" + replacement.key() + "' is no path to a key",
                        "keys between dots, as 'options.java'");
            } else {
                result = with(result, path, replacement, nodes);
            }
        }
        return result;
    }

    private static YamlNode.Mapping with(
            YamlNode.Mapping mapping, List<String> path, Replacement replacement, NodeReader nodes) {
        String key = path.get(0);
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(mapping.entries());
        YamlNode.Entry old = entries.get(key);
        Location keyPlace = old == null ? replacement.location() : old.key();
        if (path.size() == 1) {
            entries.put(key, new YamlNode.Entry(replacement.location(), value(replacement)));
            return new YamlNode.Mapping(mapping.location(), entries);
        }
        YamlNode.Mapping inner = new YamlNode.Mapping(replacement.location(), Map.of());
        if (old != null && old.value() instanceof YamlNode.Mapping existing) {
            inner = existing;
        } else if (old != null && !(old.value() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            nodes.problem(
                    "wrong-kind",
                    replacement.location(),
                    "'" + key + "' is " + old.value().kind() + ", it has no keys",
                    "");
            return mapping;
        }
        entries.put(key, new YamlNode.Entry(keyPlace, with(inner, path.subList(1, path.size()), replacement, nodes)));
        return new YamlNode.Mapping(mapping.location(), entries);
    }

    /** A list or a quoted text is read as YAML; anything else is a scalar to its last character. */
    private static YamlNode value(Replacement replacement) {
        String text = replacement.value();
        boolean yaml = text.startsWith("[") || text.startsWith("{") || text.startsWith("\"") || text.startsWith("'");
        return yaml
                ? YamlReader.read(replacement.location().source(), text)
                : YamlReader.scalar(replacement.location(), text);
    }
}
