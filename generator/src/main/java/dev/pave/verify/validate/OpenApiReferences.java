package dev.pave.verify.validate;

import dev.pave.verify.RepositoryFiles;
import dev.pave.yaml.YamlNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** References of an OpenAPI document: each leads somewhere, and none in a circle. */
final class OpenApiReferences {

    private static final int MOST_STEPS = 50;
    private static final int MOST_ALTERNATIVES = 10_000;

    private final RepositoryFiles files;
    private final String path;
    private final YamlNode root;
    private final Report report;
    private final IdentityHashMap<YamlNode, Integer> weights = new IdentityHashMap<>();
    private boolean wholeAndLocal = true;

    OpenApiReferences(RepositoryFiles files, String path, YamlNode root, Report report) {
        this.files = files;
        this.path = path;
        this.root = root;
        this.report = report;
    }

    void check() {
        Nodes.walk(root, this::reference);
        Nodes.entries(root, "components", "schemas").values().forEach(schema -> weight(schema.value(), noneAbove()));
        Nodes.walk(root, node -> Nodes.at(node, "schema").ifPresent(schema -> weight(schema, noneAbove())));
    }

    /** Whether schemas can be applied: every reference was found in this document, and following them ends. */
    boolean areWholeAndLocal() {
        return wholeAndLocal;
    }

    /** What a reference of the same document leads to; the node itself where it is none, or leads nowhere. */
    static YamlNode resolved(YamlNode root, YamlNode node) {
        YamlNode at = node;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<YamlNode> next = Nodes.text(at, "$ref").flatMap(reference -> find(root, reference));
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return node;
    }

    private static Optional<YamlNode> find(YamlNode root, String reference) {
        if (reference.equals("#")) {
            return Optional.of(root);
        }
        if (!reference.startsWith("#/")) {
            return Optional.empty();
        }
        Optional<YamlNode> at = Optional.of(root);
        for (String segment : reference.substring(2).split("/", -1)) {
            String key = segment.replace("%7B", "{")
                    .replace("%7D", "}")
                    .replace("~1", "/")
                    .replace("~0", "~");
            at = at.flatMap(node -> node instanceof YamlNode.Sequence list
                    ? list.items().stream().skip(index(key)).findFirst()
                    : Nodes.at(node, key));
        }
        return at;
    }

    private static long index(String key) {
        boolean number = !key.isEmpty() && key.length() < 6 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(key) : Long.MAX_VALUE;
    }

    private void reference(YamlNode node) {
        Optional<YamlNode> written = Nodes.at(node, "$ref");
        String reference = written.flatMap(Nodes::text).orElse("");
        // A property may have this name; then its value is no text.
        if (written.isEmpty() || reference.isEmpty()) {
            return;
        }
        if (reference.startsWith("#")) {
            if (find(root, reference).isEmpty()) {
                unresolved(written.get(), reference);
            }
            return;
        }
        wholeAndLocal = false;
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        if (!file.contains("://")
                && Paths.resolve(Paths.folder(path), file)
                        .filter(target -> Paths.isFile(files, target))
                        .isEmpty()) {
            unresolved(written.get(), reference);
        }
    }

    private void unresolved(YamlNode place, String reference) {
        wholeAndLocal = false;
        report.add(
                "unresolved-reference", place.location(), "'" + reference + "' leads nowhere", "correct it, or add it");
    }

    /** By identity: two schemas that say the same are still two. */
    private static Set<YamlNode> noneAbove() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** How many schemas apply to one value at once; a schema that applies to its own value never ends. */
    private int weight(YamlNode schema, Set<YamlNode> above) {
        Integer known = weights.get(schema);
        if (known != null) {
            return known;
        }
        if (!above.add(schema)) {
            wholeAndLocal = false;
            report.add("endless-reference", schema.location(), "the schema refers to itself without end", "");
            return 1;
        }
        int weight = 1;
        for (String key : List.of("allOf", "anyOf", "oneOf")) {
            for (YamlNode part : Nodes.items(schema, key)) {
                weight = Math.min(MOST_ALTERNATIVES + 1, weight + weight(part, above));
            }
        }
        for (String key : List.of("not", "if", "then", "else")) {
            Optional<YamlNode> part = Nodes.at(schema, key);
            weight += part.isPresent() ? weight(part.get(), above) : 0;
        }
        Optional<YamlNode> target = Nodes.text(schema, "$ref").flatMap(reference -> find(root, reference));
        weight += target.isPresent() ? weight(target.get(), above) : 0;
        above.remove(schema);
        if (weight > MOST_ALTERNATIVES) {
            weight = MOST_ALTERNATIVES + 1;
            wholeAndLocal = false;
            report.add(
                    "too-complex",
                    schema.location(),
                    "more than " + MOST_ALTERNATIVES + " schemas apply to one value, so examples are not looked at",
                    "");
        }
        weights.put(schema, weight);
        return weight;
    }
}
