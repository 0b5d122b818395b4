package dev.pave.spec;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code pave.yaml}. Reports everything that is wrong at once, each with its place. Whether the golden path, the features, the personas and the
 * options exist is for the planner to say.
 */
public final class ServiceDescriptionReader {

    /** The version of the format, the value of the key {@code pave}. */
    public static final long FORMAT = 1;

    static final int MOST_RESOURCES = 50;
    static final int LONGEST_OPTION = 200;
    static final String ALL = "all";
    static final List<String> KEYS = List.of(
            "pave",
            "name",
            "description",
            "owner",
            "path",
            "namespace",
            "templates",
            "personas",
            "features",
            "options",
            "resources");

    private static final String WHERE = "the description";

    private final boolean pathOptional;
    private final Overrides overrides;

    private ServiceDescriptionReader(boolean pathOptional, Overrides overrides) {
        this.pathOptional = pathOptional;
        this.overrides = overrides;
    }

    public ServiceDescriptionReader() {
        this(false, Overrides.NONE);
    }

    /** A reader that accepts a description without {@code path}. */
    public ServiceDescriptionReader withoutPath() {
        return new ServiceDescriptionReader(true, overrides);
    }

    /**
     * A reader that puts values from the command line over those of the text, each by the dotted path of its key, as {@code options.java}. A
     * value is a scalar to its last character; between quotes or brackets it is YAML, as {@code [a, b]}.
     */
    public ServiceDescriptionReader with(Map<String, String> set) {
        return with("--set", set);
    }

    /**
     * A reader that puts values over those of the text; the last given wins.
     *
     * @param origin where they come from; a problem is located at the origin and the key, as {@code --set options.java}
     */
    public ServiceDescriptionReader with(String origin, Map<String, String> set) {
        return new ServiceDescriptionReader(pathOptional, overrides.and(origin, set));
    }

    /**
     * A reader that puts one value over that of the text; the last given wins.
     *
     * @param place where a problem with it is located, as {@code --owner}
     */
    public ServiceDescriptionReader withValue(String place, String key, String value) {
        return new ServiceDescriptionReader(pathOptional, overrides.andOne(place, key, value));
    }

    /**
     * Reads a description. An empty text is a description in which nothing is said yet, for where all comes from {@link #with}.
     *
     * @param source its name in problems
     * @throws InvalidInput with everything that is wrong
     */
    public ServiceDescription read(String source, String text) {
        Problems problems = new Problems();
        NodeReader nodes = new NodeReader(problems);
        YamlNode document = YamlReader.read(source, text);
        YamlNode root = document instanceof YamlNode.Scalar scalar && scalar.isNull() ? nothing(source) : document;
        Optional<ServiceDescription> description = nodes.mapping(root, WHERE)
                .map(mapping -> overrides.applyTo(mapping, nodes))
                .flatMap(mapping -> description(nodes, mapping));
        problems.throwIfAny();
        return description.orElseThrow(() -> new AssertionError("neither a description nor a problem"));
    }

    private static YamlNode.Mapping nothing(String source) {
        Location place = Location.of(source);
        YamlNode format = YamlReader.scalar(place, Long.toString(FORMAT));
        return new YamlNode.Mapping(place, Map.of("pave", new YamlNode.Entry(place, format)));
    }

    private Optional<ServiceDescription> description(NodeReader nodes, YamlNode.Mapping root) {
        nodes.refuseUnknownKeys(root, KEYS, WHERE);
        nodes.required(root, "pave", WHERE).ifPresent(node -> format(nodes, node));
        Optional<ServiceName> name = nodes.required(root, "name", WHERE).flatMap(node -> serviceName(nodes, node));
        Optional<String> description =
                nodes.required(root, "description", WHERE).flatMap(node -> nodes.freeText(node, "description"));
        Optional<Name> owner = nodes.required(root, "owner", WHERE).flatMap(node -> owner(nodes, node));
        Optional<YamlNode> pathNode = pathOptional ? root.get("path") : nodes.required(root, "path", WHERE);
        Optional<Selected> path =
                pathNode.flatMap(node -> nodes.id(node, "path").map(id -> new Selected(id, node.location())));
        Optional<Namespace> namespace =
                nodes.required(root, "namespace", WHERE).flatMap(node -> namespace(nodes, node));
        PersonaSelection personas =
                root.get("personas").map(node -> personas(nodes, node)).orElse(PersonaSelection.everyone());
        FeatureSelection features = root.get("features")
                .map(node -> features(nodes, node))
                .orElse(new FeatureSelection(List.of(), List.of()));
        Map<String, Option> options =
                root.get("options").map(node -> options(nodes, node)).orElse(Map.of());
        List<Resource> resources =
                root.get("resources").map(node -> resources(nodes, node)).orElse(List.of());
        Optional<TemplateReference> templates =
                root.get("templates").flatMap(node -> new TemplateReferenceReader(nodes).read(node));
        if (name.isEmpty() || description.isEmpty() || owner.isEmpty() || namespace.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceDescription(
                name.get(),
                description.get(),
                owner.get(),
                path,
                namespace.get(),
                personas,
                features,
                options,
                resources,
                templates,
                root.location()));
    }

    private static void format(NodeReader nodes, YamlNode node) {
        nodes.wholeNumber(node, "pave").ifPresent(version -> {
            if (!version.equals(BigInteger.valueOf(FORMAT))) {
                nodes.problem(
                        "unknown-format",
                        node.location(),
                        "format " + version + " is not known to this version of Pave",
                        "write 'pave: " + FORMAT + "', or use a newer Pave");
            }
        });
    }

    private static Optional<ServiceName> serviceName(NodeReader nodes, YamlNode node) {
        return nodes.name(node, "name").flatMap(name -> {
            Optional<String> refusal = ServiceName.refusal(name);
            refusal.ifPresent(reason -> nodes.problem(
                    "reserved-name",
                    node.location(),
                    "a service cannot be called '" + name + "', " + reason,
                    Identifiers.isWordOfYaml(name) ? "add a word, as '" + name + "-service'" : "choose another name"));
            return refusal.isEmpty() ? Optional.of(new ServiceName(name)) : Optional.empty();
        });
    }

    private static Optional<Name> owner(NodeReader nodes, YamlNode node) {
        return nodes.name(node, "owner").filter(name -> {
            boolean refused = Identifiers.isWordOfYaml(name);
            if (refused) {
                nodes.problem(
                        "reserved-name",
                        node.location(),
                        "owner cannot be '" + name + "', YAML takes the word for a truth value or for nothing",
                        "add a word, as 'team-" + name + "'");
            }
            return !refused;
        });
    }

    private static Optional<Namespace> namespace(NodeReader nodes, YamlNode node) {
        return nodes.text(node, "namespace").flatMap(text -> {
            Optional<String> refusal = Namespace.refusal(text);
            refusal.ifPresent(reason -> nodes.problem(
                    "invalid-namespace",
                    node.location(),
                    "namespace cannot be '" + text + "', " + reason,
                    "lower case letters and digits between dots, no word of the Java language, as 'edu.example'"));
            return refusal.isEmpty() ? Optional.of(new Namespace(text)) : Optional.empty();
        });
    }

    private static PersonaSelection personas(NodeReader nodes, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.text().equals(ALL)) {
            return PersonaSelection.everyone();
        }
        if (node instanceof YamlNode.Scalar) {
            nodes.problem("wrong-kind", node.location(), "personas must be 'all' or a list", "write 'all' or [a, b]");
            return PersonaSelection.everyone();
        }
        List<Selected> listed = nodes.selection(node, "personas");
        if (node instanceof YamlNode.Sequence list && list.items().isEmpty()) {
            nodes.problem("out-of-range", node.location(), "personas lists nobody", "write 'all' or [a, b]");
        }
        return PersonaSelection.of(listed);
    }

    private static FeatureSelection features(NodeReader nodes, YamlNode node) {
        Optional<YamlNode.Mapping> mapping = nodes.mapping(node, "features");
        mapping.ifPresent(m -> nodes.refuseUnknownKeys(m, List.of("add", "remove"), "features"));
        List<Selected> add = mapping.flatMap(m -> m.get("add"))
                .map(n -> nodes.selection(n, "add"))
                .orElse(List.of());
        List<Selected> remove = mapping.flatMap(m -> m.get("remove"))
                .map(n -> nodes.selection(n, "remove"))
                .orElse(List.of());
        for (Selected removed : remove) {
            if (add.stream().anyMatch(added -> added.id().equals(removed.id()))) {
                nodes.problem(
                        "contradiction",
                        removed.location(),
                        "the feature '" + removed.id() + "' is both added and removed",
                        "keep one");
            }
        }
        return new FeatureSelection(add, remove);
    }

    private static Map<String, Option> options(NodeReader nodes, YamlNode node) {
        Map<String, Option> result = new LinkedHashMap<>();
        nodes.mapping(node, "options")
                .ifPresent(mapping -> mapping.entries().forEach((key, entry) -> {
                    nodes.name(key, entry.key(), "an option");
                    if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                        option(nodes, key, scalar).ifPresent(option -> result.put(key, option));
                    } else {
                        nodes.problem(
                                "wrong-kind",
                                entry.value().location(),
                                "the option '" + key + "' must be a single value, this is "
                                        + entry.value().kind(),
                                "");
                    }
                }));
        return result;
    }

    private static Optional<Option> option(NodeReader nodes, String key, YamlNode.Scalar scalar) {
        String text = scalar.text();
        Optional<String> refusal = text.isEmpty() || text.length() > LONGEST_OPTION
                ? Optional.of("has " + text.length() + " characters, from 1 to " + LONGEST_OPTION + " are allowed")
                : FreeText.character(text, false);
        refusal.ifPresent(
                reason -> nodes.problem("invalid-text", scalar.location(), "the option '" + key + "' " + reason, ""));
        return refusal.isEmpty() ? Optional.of(new Option(text, scalar.location())) : Optional.empty();
    }

    private static List<Resource> resources(NodeReader nodes, YamlNode node) {
        List<Resource> result = new ArrayList<>();
        nodes.mapping(node, "resources").ifPresent(mapping -> {
            if (mapping.entries().size() > MOST_RESOURCES) {
                nodes.problem(
                        "out-of-range",
                        mapping.location(),
                        "there are " + mapping.entries().size() + " resources",
                        "at most " + MOST_RESOURCES + "; make it two services");
            }
            mapping.entries()
                    .forEach((key, entry) ->
                            ResourceReader.read(nodes, key, entry).ifPresent(result::add));
            ResourceRules.check(nodes, result, mapping.entries().keySet());
        });
        return result;
    }
}
