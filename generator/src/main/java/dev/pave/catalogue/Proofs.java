package dev.pave.catalogue;

import dev.pave.problem.Problems;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which rules were seen to fail when a repository was rendered as if nobody had asked for their practice: {@code proofs.yaml} of a template root. A test
 * writes it, and fails where it is no longer true.
 *
 * @param rules ids of the rules, by golden path and practice
 */
public record Proofs(Map<String, Map<String, List<String>>> rules) {

    public static final String FILE = "proofs.yaml";

    /** The proofs of a template root; none where it has no such file. */
    public static Proofs read(TemplateTree tree) {
        Map<String, Map<String, List<String>>> paths = new TreeMap<>();
        tree.bytes(FILE).ifPresent(bytes -> {
            Problems problems = new Problems();
            String source = tree.sourceName(FILE);
            YamlNode document = YamlReader.read(source, new String(bytes, StandardCharsets.UTF_8));
            ManifestFields fields = new ManifestFields(problems);
            if (document instanceof Mapping byPath) {
                byPath.entries()
                        .keySet()
                        .forEach(path -> fields.mapping(byPath, path)
                                .ifPresent(byPractice -> paths.put(path, practices(fields, byPractice))));
            } else {
                problems.add("proofs", document.location(), "proofs are a mapping, not " + document.kind(), "");
            }
            problems.throwIfAny();
        });
        return new Proofs(paths);
    }

    private static Map<String, List<String>> practices(ManifestFields fields, Mapping mapping) {
        Map<String, List<String>> practices = new TreeMap<>();
        mapping.entries().keySet().forEach(practice -> practices.put(practice, fields.texts(mapping, practice)));
        return practices;
    }

    /** Ids of the rules that were seen to fail on a golden path without a practice. */
    public List<String> of(String path, String practice) {
        return rules.getOrDefault(path, Map.of()).getOrDefault(practice, List.of());
    }
}
