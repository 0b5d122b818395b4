package dev.pave.catalogue;

import dev.pave.catalogue.Rule.Artifact;
import dev.pave.catalogue.Rule.Check;
import dev.pave.catalogue.Rule.Subject;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlNode.Sequence;
import dev.pave.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code rules.yaml} of golden paths and features. Reports all problems of all files. */
final class RulesReader {

    private static final String FILE = "rules.yaml";
    private static final String SQL = "sql";
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "practice",
            "id",
            "needs",
            "files",
            "read",
            "each",
            "when",
            "expect",
            "expect-some",
            "exists",
            "query",
            "says",
            "remedy"));
    private static final List<String> CHECKS = List.of("expect", "expect-some", "exists", "query");

    private final TemplateTree tree;
    private final Problems problems;
    private final ManifestFields fields;
    private final Map<String, Location> ids = new HashMap<>();

    RulesReader(TemplateTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        this.fields = new ManifestFields(problems);
    }

    /** The rules of all parts, in the order of the parts and of their files. */
    List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        for (String path : tree.paths()) {
            String[] names = path.split("/", 4);
            if (names.length == 3
                    && (names[0].equals("paths") || names[0].equals("features"))
                    && names[2].equals(FILE)) {
                rules.addAll(read(names[1], path));
            }
        }
        return rules;
    }

    private List<Rule> read(String part, String path) {
        String text = new String(tree.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
        YamlNode document = YamlReader.read(tree.sourceName(path), text);
        List<Rule> rules = new ArrayList<>();
        if (!(document instanceof Sequence items)) {
            problems.add("rule", document.location(), "rules are a list, not " + document.kind(), "");
            return rules;
        }
        for (YamlNode item : items.items()) {
            if (item instanceof Mapping mapping) {
                rule(part, mapping).ifPresent(rules::add);
            } else {
                problems.add("rule", item.location(), "a rule is a mapping, not " + item.kind(), "");
            }
        }
        return rules;
    }

    private Optional<Rule> rule(String part, Mapping mapping) {
        fields.knownKeys(mapping, KEYS);
        String practice = fields.required(mapping, "practice");
        String id = fields.text(mapping, "id").orElse(practice);
        if (!id.equals(practice) && !id.startsWith(practice + "/")) {
            problems.add(
                    "rule",
                    ManifestFields.place(mapping, "id"),
                    "the id '" + id + "' does not begin with its practice",
                    "write " + practice + "/what-it-looks-at");
        }
        Location other = ids.putIfAbsent(id, mapping.location());
        if (other != null) {
            problems.add(
                    "rule",
                    mapping.location(),
                    "there is a rule '" + id + "' already, at " + other,
                    "give it an id: " + practice + "/what-it-looks-at");
        }
        String says = fields.required(mapping, "says");
        return check(mapping)
                .map(check -> new Rule(
                        id,
                        part,
                        practice,
                        oneOrMore(mapping, "needs"),
                        check,
                        says,
                        fields.text(mapping, "remedy").orElse(""),
                        mapping.location()));
    }

    private Optional<Check> check(Mapping mapping) {
        List<String> given =
                CHECKS.stream().filter(key -> mapping.get(key).isPresent()).toList();
        if (given.size() != 1) {
            problems.add(
                    "rule",
                    mapping.location(),
                    given.isEmpty() ? "a rule checks nothing" : "a rule checks one thing, not " + given,
                    "give one of: " + String.join(", ", CHECKS));
            return Optional.empty();
        }
        String kind = given.get(0);
        if (kind.equals("exists")) {
            return Optional.of(new Rule.Exists(oneOrMore(mapping, kind)));
        }
        List<String> files = oneOrMore(mapping, "files");
        if (files.isEmpty()) {
            problems.add("rule", mapping.location(), "a rule says which 'files' it looks at", "");
        }
        String expression = fields.required(mapping, kind);
        if (kind.equals("query")) {
            return Optional.of(new Rule.Query(files, expression));
        }
        return artifact(mapping)
                .map(artifact -> new Rule.Expect(
                        new Subject(files, artifact, fields.text(mapping, "each"), fields.text(mapping, "when")),
                        expression,
                        kind.equals("expect-some")));
    }

    private Optional<Artifact> artifact(Mapping mapping) {
        String word = fields.required(mapping, "read");
        Optional<Artifact> artifact = Arrays.stream(Artifact.values())
                .filter(one -> name(one).equals(word))
                .findFirst();
        if (artifact.isEmpty() && !word.isEmpty()) {
            problems.add(
                    "rule",
                    ManifestFields.place(mapping, "read"),
                    word.equals(SQL) ? "'read: sql' goes with 'query'" : "cannot read '" + word + "'",
                    Suggestion.remedy(
                            word,
                            Arrays.stream(Artifact.values())
                                    .map(RulesReader::name)
                                    .toList()));
        }
        return artifact;
    }

    private static String name(Artifact artifact) {
        return artifact.name().toLowerCase(Locale.ROOT);
    }

    /** A text, or a list of them. */
    private List<String> oneOrMore(Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Scalar scalar
                ? List.of(scalar.text())
                : fields.texts(mapping, key);
    }
}
