package dev.pave.catalogue;

import dev.pave.catalogue.GoldenPath.OptionRule;
import dev.pave.problem.Problems;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlNode.Sequence;
import dev.pave.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code path.yaml} and {@code feature.yaml}, the manifests of golden paths and features. Reports all problems of all manifests. */
final class ManifestReader {

    private static final Set<String> FEATURE_KEYS = new LinkedHashSet<>(
            List.of("id", "title", "summary", "requires", "practices", "facts", "slots", "contributes", "files"));
    private static final Set<String> PATH_KEYS = new LinkedHashSet<>(List.of(
            "id",
            "title",
            "summary",
            "requires",
            "practices",
            "features",
            "detect",
            "resources",
            "options",
            "facts",
            "slots",
            "contributes",
            "files"));
    private static final Set<String> FILE_KEYS =
            new LinkedHashSet<>(List.of("match", "each", "when", "practices", "mode", "after", "once", "moved-from"));
    /** Slots of any golden path are named so, since a feature does not know on which it is. */
    private static final String SLOTS_OF_PATH = "path";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern EACH = Pattern.compile("([a-z][A-Za-z0-9]*) in (\\S+)");

    private final TemplateTree tree;
    private final Problems problems;
    private final ManifestFields fields;

    ManifestReader(TemplateTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        this.fields = new ManifestFields(problems);
    }

    /** The golden path in a folder such as {@code paths/java-service}; empty where its manifest cannot be used. */
    Optional<GoldenPath> goldenPath(String root) {
        return manifest(root, root + "/path.yaml", PATH_KEYS).map(mapping -> {
            List<String> required = new ArrayList<>();
            List<String> byDefault = new ArrayList<>();
            fields.mapping(mapping, "features").ifPresent(features -> {
                fields.knownKeys(features, Set.of("required", "default"));
                required.addAll(fields.texts(features, "required"));
                byDefault.addAll(fields.texts(features, "default"));
            });
            return new GoldenPath(
                    part(root, SLOTS_OF_PATH, mapping),
                    required,
                    byDefault,
                    fields.texts(mapping, "detect"),
                    fields.isWord(mapping, "resources", "required"),
                    options(mapping));
        });
    }

    /** The feature in a folder such as {@code features/kubernetes}; empty where its manifest cannot be used. */
    Optional<Feature> feature(String root) {
        return manifest(root, root + "/feature.yaml", FEATURE_KEYS)
                .map(mapping -> part(root, root.substring(root.lastIndexOf('/') + 1), mapping));
    }

    private Optional<Mapping> manifest(String root, String path, Set<String> keys) {
        String source = tree.sourceName(path);
        byte[] bytes = tree.bytes(path).orElseThrow(() -> new IllegalArgumentException("no " + path));
        YamlNode document = YamlReader.read(source, new String(bytes, StandardCharsets.UTF_8));
        if (!(document instanceof Mapping mapping)) {
            problems.add("manifest", document.location(), "a manifest is a mapping, not " + document.kind(), "");
            return Optional.empty();
        }
        fields.knownKeys(mapping, keys);
        String folder = root.substring(root.lastIndexOf('/') + 1);
        String id = fields.text(mapping, "id").orElse("");
        if (!id.equals(folder) || !ID.matcher(id).matches()) {
            problems.add("manifest", mapping.location(), "id must be the folder's name, '" + folder + "'", "");
            return Optional.empty();
        }
        return Optional.of(mapping);
    }

    private Feature part(String root, String slotOwner, Mapping mapping) {
        String folder = root + "/files/";
        return new Feature(
                fields.required(mapping, "id"),
                fields.required(mapping, "title"),
                fields.required(mapping, "summary"),
                fields.texts(mapping, "requires"),
                fields.texts(mapping, "practices"),
                fields.mapping(mapping, "facts").map(ManifestFields::plainMap).orElse(Map.of()),
                slots(slotOwner, mapping),
                contributions(mapping),
                fileRules(mapping),
                tree.paths().stream()
                        .filter(path -> path.startsWith(folder))
                        .map(path -> path.substring(folder.length()))
                        .toList(),
                root,
                mapping.location());
    }

    private Map<String, Slot> slots(String owner, Mapping manifest) {
        Map<String, Slot> slots = new TreeMap<>();
        fields.mapping(manifest, "slots")
                .ifPresent(all -> all.entries().forEach((name, entry) -> {
                    Set<String> required = new LinkedHashSet<>();
                    Set<String> optional = new LinkedHashSet<>();
                    if (entry.value() instanceof Mapping slot
                            && slot.get("keys").orElse(null) instanceof Mapping keys) {
                        fields.knownKeys(slot, Set.of("keys"));
                        keys.entries().forEach((key, need) -> {
                            String word = need.value() instanceof Scalar scalar ? scalar.text() : "";
                            switch (word) {
                                case "required" -> required.add(key);
                                case "optional" -> optional.add(key);
                                default ->
                                    problems.add(
                                            "manifest",
                                            need.value().location(),
                                            "a key is 'required' or 'optional'",
                                            "");
                            }
                        });
                    } else {
                        problems.add(
                                "manifest",
                                entry.key(),
                                "a slot declares its keys",
                                "as in: " + name + ": {keys: {line: required}}");
                    }
                    String full = owner + "." + name;
                    slots.put(full, new Slot(full, required, optional, entry.key()));
                }));
        return slots;
    }

    private List<Contribution> contributions(Mapping manifest) {
        List<Contribution> contributions = new ArrayList<>();
        fields.mapping(manifest, "contributes")
                .ifPresent(all -> all.entries().forEach((slot, entry) -> {
                    if (!(entry.value() instanceof Sequence items)) {
                        problems.add("manifest", entry.key(), "contributions to a slot are a list", "");
                        return;
                    }
                    for (YamlNode item : items.items()) {
                        if (item instanceof Mapping values) {
                            contributions.add(new Contribution(slot, ManifestFields.plainMap(values), item.location()));
                        } else {
                            problems.add(
                                    "manifest", item.location(), "a contribution is a mapping, not " + item.kind(), "");
                        }
                    }
                }));
        return contributions;
    }

    private List<FileRule> fileRules(Mapping manifest) {
        List<FileRule> rules = new ArrayList<>();
        for (YamlNode item : fields.sequence(manifest, "files")) {
            if (!(item instanceof Mapping rule)) {
                problems.add("manifest", item.location(), "a file rule is a mapping, not " + item.kind(), "");
                continue;
            }
            fields.knownKeys(rule, FILE_KEYS);
            rules.add(new FileRule(
                    fields.required(rule, "match"),
                    fields.text(rule, "each").flatMap(each -> each(rule, each)),
                    fields.text(rule, "when"),
                    fields.texts(rule, "practices"),
                    fields.isWord(rule, "mode", "executable"),
                    fields.isWord(rule, "after", "all"),
                    fields.isWord(rule, "once", "true"),
                    movedFrom(rule),
                    rule.location()));
        }
        return rules;
    }

    private Optional<String> movedFrom(Mapping rule) {
        Optional<String> from = fields.text(rule, "moved-from");
        if (from.isPresent() && fields.required(rule, "match").contains("*")) {
            problems.add(
                    "manifest",
                    ManifestFields.place(rule, "moved-from"),
                    "many files cannot come from one place",
                    "match one file");
        }
        return from;
    }

    private Optional<FileRule.Each> each(Mapping rule, String text) {
        var matcher = EACH.matcher(text);
        if (!matcher.matches()) {
            problems.add(
                    "manifest",
                    ManifestFields.place(rule, "each"),
                    "not understood: '" + text + "'",
                    "as in: each: resource in resources");
            return Optional.empty();
        }
        return Optional.of(new FileRule.Each(matcher.group(1), matcher.group(2)));
    }

    private Map<String, OptionRule> options(Mapping manifest) {
        Map<String, OptionRule> options = new TreeMap<>();
        fields.mapping(manifest, "options")
                .ifPresent(all -> all.entries().forEach((name, entry) -> {
                    if (!(entry.value() instanceof Mapping option)) {
                        problems.add(
                                "manifest", entry.key(), "an option is a mapping with title, values and default", "");
                        return;
                    }
                    fields.knownKeys(option, Set.of("title", "values", "default"));
                    List<Object> values = fields.sequence(option, "values").stream()
                            .map(ManifestFields::plain)
                            .toList();
                    Optional<Object> fallback = option.get("default").map(ManifestFields::plain);
                    if (fallback.isEmpty() || !values.contains(fallback.get())) {
                        problems.add("manifest", entry.key(), "the default of an option is one of its values", "");
                        return;
                    }
                    options.put(
                            name,
                            new OptionRule(fields.required(option, "title"), values, fallback.get(), entry.key()));
                }));
        return options;
    }
}
