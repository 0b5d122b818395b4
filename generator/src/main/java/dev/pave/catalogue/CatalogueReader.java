package dev.pave.catalogue;

import dev.pave.catalogue.ContradictionRule.AgainstDowntime;
import dev.pave.catalogue.ContradictionRule.MixedPaths;
import dev.pave.catalogue.ContradictionRule.Relation;
import dev.pave.catalogue.FigureRule.Strictest;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the catalogue and reports all of its faults at once. */
public final class CatalogueReader {

    /** The files of a catalogue, in a directory of its own. */
    public static final List<String> FILES = List.of("practices.yaml", "technologies.yaml", "contradictions.yaml");

    private static final List<String> PRACTICE_KEYS =
            List.of("id", "title", "area", "recognise", "recognise-exactly", "figure", "stance", "because");
    private static final List<String> TECHNOLOGY_KEYS =
            List.of("id", "title", "kind", "recognise", "recognise-exactly");

    private final Problems problems = new Problems();

    private CatalogueReader() {}

    /**
     * A file of the catalogue that was read already.
     *
     * @param source its name in problems
     */
    public record Document(String source, String text) {}

    /**
     * Reads the {@linkplain #FILES files} of a directory.
     *
     * @throws InvalidInput with all faults of all files
     */
    public static Catalogue read(Path directory) {
        CatalogueReader reader = new CatalogueReader();
        List<Document> documents = FILES.stream()
                .map(directory::resolve)
                .map(reader::document)
                .flatMap(Optional::stream)
                .toList();
        reader.problems.throwIfAny();
        return reader.catalogue(List.of(documents.get(0)), List.of(documents.get(1)), List.of(documents.get(2)));
    }

    /**
     * Reads the three files from texts.
     *
     * @throws InvalidInput with all faults of all files
     */
    public static Catalogue parse(Document practices, Document technologies, Document contradictions) {
        return parse(List.of(practices), List.of(technologies), List.of(contradictions));
    }

    /**
     * Reads a catalogue that several template roots share: the entries of all documents of a kind, in this order, as if they were one.
     *
     * @throws InvalidInput as {@link #parse(Document, Document, Document)}
     */
    public static Catalogue parse(
            List<Document> practices, List<Document> technologies, List<Document> contradictions) {
        return new CatalogueReader().catalogue(practices, technologies, contradictions);
    }

    private Optional<Document> document(Path file) {
        try {
            return Optional.of(new Document(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            problems.add("catalogue-unreadable", Location.of(file.toString()), "cannot be read: " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    private Catalogue catalogue(List<Document> practices, List<Document> technologies, List<Document> contradictions) {
        List<Practice> known = entries(practices, PRACTICE_KEYS, this::practice);
        List<Technology> stack = entries(technologies, TECHNOLOGY_KEYS, this::technology);
        Map<PracticeId, Practice> byId = new HashMap<>();
        known.forEach(practice -> byId.put(practice.id(), practice));
        List<ContradictionRule> rules =
                entries(contradictions, ContradictionRules.KEYS, entry -> ContradictionRules.read(entry, byId));
        problems.throwIfAny();
        return new Catalogue(known, stack, rules);
    }

    private <T> List<T> entries(
            List<Document> documents, List<String> keys, Function<CatalogueEntry, Optional<T>> read) {
        Map<String, Location> first = new HashMap<>();
        return documents.stream()
                .flatMap(document -> entries(document, keys, first, read).stream())
                .toList();
    }

    private <T> List<T> entries(
            Document document,
            List<String> keys,
            Map<String, Location> first,
            Function<CatalogueEntry, Optional<T>> read) {
        YamlNode root;
        try {
            root = YamlReader.read(document.source(), document.text());
        } catch (InvalidInput e) {
            e.problems().forEach(problems::add);
            return List.of();
        }
        if (!(root instanceof YamlNode.Sequence sequence)) {
            problems.add(
                    "catalogue-form", root.location(), "a catalogue is a list, and this is " + root.kind(), "- id: …");
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (YamlNode node : sequence.items()) {
            CatalogueEntry.of(node, keys, problems).ifPresent(entry -> {
                entry.distinct(first);
                read.apply(entry).ifPresent(entries::add);
            });
        }
        return entries;
    }

    private Optional<Practice> practice(CatalogueEntry entry) {
        Stance stance = entry.choice("stance", Stance.names(), Stance::named).orElse(Stance.GENERATED);
        Optional<String> because = entry.text("because");
        if (stance != Stance.GENERATED && because.isEmpty()) {
            problems.add(
                    "because-missing",
                    entry.location(),
                    "the stance '" + stance.written() + "' needs a reason",
                    "because: …");
        }
        Optional<FigureRule> figure = entry.mapping("figure", List.of("unit", "strictest"))
                .flatMap(rule -> {
                    Optional<Unit> unit = rule.required("unit", Unit.names(), Unit::named);
                    Optional<Strictest> strictest = rule.required("strictest", Strictest.names(), Strictest::named);
                    return unit.flatMap(u -> strictest.map(s -> new FigureRule(u, s)));
                });
        Optional<String> title = entry.required("title");
        Phrases phrases = entry.phrases();
        return entry.id(PracticeId::isValid)
                .flatMap(id -> title.map(name -> new Practice(
                        new PracticeId(id),
                        name,
                        entry.text("area").orElse("other"),
                        phrases,
                        figure,
                        stance,
                        because,
                        entry.location())));
    }

    private Optional<Technology> technology(CatalogueEntry entry) {
        Optional<String> title = entry.required("title");
        Optional<String> kind = entry.required("kind");
        Phrases phrases = entry.phrases();
        return entry.id(TechnologyId::isValid)
                .flatMap(id -> title.flatMap(name ->
                        kind.map(sort -> new Technology(new TechnologyId(id), name, sort, phrases, entry.location()))));
    }

    /** The form of {@code contradictions.yaml}. */
    private static final class ContradictionRules {

        private static final List<String> KEYS =
                List.of("id", "stated", "must-be", "downtime-of", "paths", "first-segment", "says");

        private ContradictionRules() {}

        static Optional<ContradictionRule> read(CatalogueEntry entry, Map<PracticeId, Practice> practices) {
            Optional<String> id = entry.id(PracticeId::isValid);
            Optional<String> says = entry.required("says");
            if (entry.text("paths").isPresent()) {
                Optional<Pattern> segment = entry.required("first-segment").flatMap(text -> pattern(entry, text));
                return id.flatMap(name -> says.flatMap(explanation -> segment.map(
                        pattern -> new MixedPaths(name, entry.text("paths").orElseThrow(), pattern, explanation))));
            }
            Optional<PracticeId> stated = entry.practice("stated", practices, Unit.MINUTES);
            Optional<PracticeId> objective = entry.practice("downtime-of", practices, Unit.PERCENT);
            Optional<Relation> mustBe = entry.required("must-be", Relation.names(), Relation::named);
            return id.flatMap(name -> says.flatMap(explanation -> stated.flatMap(left -> objective.flatMap(
                    right -> mustBe.map(relation -> new AgainstDowntime(name, left, relation, right, explanation))))));
        }

        private static Optional<Pattern> pattern(CatalogueEntry entry, String text) {
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                entry.problem("first-segment", "not a pattern: " + e.getDescription(), "as 'v[0-9]+'");
                return Optional.empty();
            }
        }
    }
}
