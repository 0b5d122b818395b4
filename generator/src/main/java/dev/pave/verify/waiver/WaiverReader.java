package dev.pave.verify.waiver;

import dev.pave.plan.Glob;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlNode.Sequence;
import dev.pave.yaml.YamlReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a repository's {@code waivers.yaml}. {@code .ci/tools/waivers.py} reads the same form for other reviewers. */
public final class WaiverReader {

    /** Where a repository keeps it. */
    public static final String FILE = "waivers.yaml";

    private static final List<String> KEYS = List.of("tool", "practice", "rule", "file", "reason", "expires");
    private static final int MOST_WAIVERS = 1_000;
    private static final int LONGEST = 1_000;

    private final Problems problems = new Problems();

    private WaiverReader() {}

    /**
     * Reads the file's text.
     *
     * @param source its name in problems and findings
     * @return in the order of the file
     * @throws InvalidInput with all that is wrong with it
     */
    public static List<Waiver> read(String source, String text) {
        WaiverReader reader = new WaiverReader();
        List<Waiver> waivers = reader.document(YamlReader.read(source, text));
        reader.problems.throwIfAny();
        return waivers;
    }

    private List<Waiver> document(YamlNode root) {
        if (!(root instanceof Mapping mapping) || mapping.get("waivers").isEmpty()) {
            problem(root.location(), "no 'waivers' here", "begin with 'waivers:', and a list below it");
            return List.of();
        }
        unknownKeys(mapping, List.of("waivers"));
        YamlNode list = mapping.get("waivers").orElseThrow();
        if (list instanceof Scalar scalar && scalar.isNull()) {
            return List.of();
        }
        if (!(list instanceof Sequence sequence)) {
            problem(list.location(), "'waivers' is a list, not " + list.kind(), "write one '- tool: …' for each");
            return List.of();
        }
        if (sequence.items().size() > MOST_WAIVERS) {
            problem(list.location(), "more than " + MOST_WAIVERS + " waivers", "mend some of what they accept");
            return List.of();
        }
        List<Waiver> waivers = new ArrayList<>();
        sequence.items().forEach(item -> waiver(item).ifPresent(waivers::add));
        return List.copyOf(waivers);
    }

    private Optional<Waiver> waiver(YamlNode node) {
        if (!(node instanceof Mapping mapping)) {
            problem(
                    node.location(),
                    "a waiver is a mapping, not " + node.kind(),
                    "its keys: " + String.join(", ", KEYS));
            return Optional.empty();
        }
        unknownKeys(mapping, KEYS);
        Optional<String> tool = text(mapping, "tool");
        Optional<String> practice = text(mapping, "practice");
        Optional<String> rule = text(mapping, "rule");
        if (mapping.get("tool").isEmpty() && mapping.get("practice").isEmpty()) {
            problem(
                    mapping.location(),
                    "the waiver says neither 'tool' nor 'practice'",
                    "name the tool that finds it (tool: " + Waiver.PAVE + "), or the practice that is not kept");
        }
        if (mapping.get("rule").isEmpty() && mapping.get("practice").isEmpty()) {
            problem(mapping.location(), "the waiver has no 'rule'", "name the rule that is accepted");
        }
        if (practice.isPresent()
                && tool.filter(name -> !name.equalsIgnoreCase(Waiver.PAVE)).isPresent()) {
            problem(
                    key(mapping, "practice"),
                    "only findings of " + Waiver.PAVE + " have a practice, not those of " + tool.orElseThrow(),
                    "remove 'practice', or 'tool'");
        }
        Optional<String> file = text(mapping, "file");
        Optional<String> reason = required(mapping, "reason", "say why it is accepted");
        Optional<LocalDate> expires = required(
                        mapping, "expires", "give the last day on which it counts, as \"2027-12-31\"")
                .flatMap(day -> day(mapping, day));
        if (reason.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(
                tool.orElse(Waiver.PAVE),
                practice,
                rule,
                file.map(Glob::new),
                reason.get(),
                expires.get(),
                mapping.location()));
    }

    private void unknownKeys(Mapping mapping, List<String> known) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problem(entry.key(), "unknown key '" + key + "'", Suggestion.remedy(key, known));
            }
        });
    }

    private Optional<String> required(Mapping mapping, String key, String remedy) {
        if (mapping.get(key).isEmpty()) {
            problem(mapping.location(), "the waiver has no '" + key + "'", remedy);
        }
        return text(mapping, key);
    }

    /** A text that is there and says something. A date without quotes is one too, in YAML 1.2. */
    private Optional<String> text(Mapping mapping, String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Scalar scalar) || !(scalar.value().orElse(0L) instanceof String text)) {
            problem(
                    node.get().location(),
                    "'" + key + "' is a text, not " + node.get().kind(),
                    "put it between quotes");
            return Optional.empty();
        }
        if (text.isBlank() || text.length() > LONGEST) {
            problem(
                    scalar.location(),
                    text.isBlank()
                            ? "'" + key + "' is empty"
                            : "'" + key + "' has more than " + LONGEST + " characters",
                    "");
            return Optional.empty();
        }
        return Optional.of(text.strip());
    }

    private Optional<LocalDate> day(Mapping mapping, String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException e) {
            problem(
                    mapping.get("expires").orElseThrow().location(),
                    "'" + written + "' is no day",
                    "write it as year, month, day: \"2027-12-31\"");
            return Optional.empty();
        }
    }

    private static Location key(Mapping mapping, String key) {
        return mapping.entries().get(key).key();
    }

    private void problem(Location place, String message, String remedy) {
        problems.add("waiver", place, message, remedy);
    }
}
