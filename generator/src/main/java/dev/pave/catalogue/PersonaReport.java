package dev.pave.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.pave.catalogue.Reading.TechnologyMention;
import dev.pave.catalogue.RequestedPractice.Source;
import dev.pave.persona.Persona;
import dev.pave.problem.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How personas were understood, for people and for programs. Prints nothing itself. */
public final class PersonaReport {

    private final Recognition recognition;

    private PersonaReport(Recognition recognition) {
        this.recognition = recognition;
    }

    public static PersonaReport of(Recognition recognition) {
        return new PersonaReport(recognition);
    }

    public static PersonaReport of(List<Persona> personas, Catalogue catalogue) {
        return of(Recognition.of(personas, catalogue));
    }

    /** For people: lines end with a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        recognition.personas().forEach(persona -> appendPersona(text, persona));
        appendContradictions(text);
        appendUnrecognised(text);
        return text.toString();
    }

    private static void appendPersona(StringBuilder text, PersonaReading reading) {
        Persona persona = reading.persona();
        text.append(persona.id())
                .append(": ")
                .append(persona.title())
                .append("  (")
                .append(persona.location())
                .append(")\n");
        if (!reading.technologies().isEmpty()) {
            text.append("  stack\n");
            byKind(reading.technologies())
                    .forEach((kind, mentions) -> text.append("    %-15s".formatted(kind))
                            .append(mentions.stream()
                                    .map(PersonaReport::withVersion)
                                    .collect(joining(", ")))
                            .append('\n'));
        }
        byArea(reading.practices()).forEach((area, practices) -> {
            text.append("  ").append(area).append('\n');
            practices.forEach(
                    practice -> text.append("    ").append(line(practice)).append('\n'));
        });
        text.append('\n');
    }

    private static Map<String, List<TechnologyMention>> byKind(List<TechnologyMention> mentions) {
        return mentions.stream()
                .collect(groupingBy(mention -> mention.technology().kind(), LinkedHashMap::new, toList()));
    }

    private static Map<String, List<RequestedPractice>> byArea(List<RequestedPractice> practices) {
        return practices.stream()
                .collect(groupingBy(practice -> practice.practice().area(), LinkedHashMap::new, toList()));
    }

    private static String withVersion(TechnologyMention mention) {
        String title = mention.technology().title();
        return mention.version().map(version -> title + " " + version).orElse(title);
    }

    private static String line(RequestedPractice requested) {
        Practice practice = requested.practice();
        String figures = requested.figures().stream().map(Figure::display).collect(joining(", "));
        String because = practice.because().map(reason -> ": " + reason).orElse("");
        // That files can hold a practice does not say that those of a repository do.
        String stance = practice.stance() == Stance.GENERATED
                ? ""
                : "  [" + practice.stance().written() + because + "]";
        return "%-32s %s%s%s"
                .formatted(practice.id(), practice.title(), figures.isEmpty() ? "" : " = " + figures, stance);
    }

    private void appendContradictions(StringBuilder text) {
        if (!recognition.contradictions().isEmpty()) {
            text.append("contradictions\n");
            recognition
                    .contradictions()
                    .forEach(contradiction -> text.append("  ")
                            .append(contradiction.first())
                            .append(" and ")
                            .append(contradiction.second())
                            .append("\n    ")
                            .append(contradiction.explanation())
                            .append('\n'));
            text.append('\n');
        }
    }

    private void appendUnrecognised(StringBuilder text) {
        long count = unrecognised().count();
        text.append(count == 0 ? "every line that can ask for something is recognised\n" : "not recognised\n");
        unrecognised()
                .forEach(reading -> text.append("  ")
                        .append(reading.item().location())
                        .append(": ")
                        .append(reading.item().summary())
                        .append('\n'));
        List<Reading> partly = partly().toList();
        if (!partly.isEmpty()) {
            text.append("recognised in part; nothing is known of\n");
            partly.forEach(reading -> text.append("  ")
                    .append(reading.item().location())
                    .append(": ")
                    .append(String.join(", ", reading.overlooked()))
                    .append('\n'));
        }
    }

    private Stream<Reading> unrecognised() {
        return recognition.personas().stream().flatMap(persona -> persona.unrecognised().stream());
    }

    private Stream<Reading> partly() {
        return recognition.personas().stream()
                .flatMap(persona -> persona.readings().stream())
                .filter(reading -> !reading.overlooked().isEmpty());
    }

    /** For programs: maps with a fixed order of keys, lists, texts and numbers. A key without a value is left out; a list never is. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "personas",
                recognition.personas().stream().map(PersonaReport::tree).toList());
        tree.put(
                "contradictions",
                recognition.contradictions().stream().map(PersonaReport::tree).toList());
        tree.put(
                "unrecognised",
                recognition.personas().stream()
                        .flatMap(persona ->
                                persona.unrecognised().stream().map(reading -> item(persona.persona(), reading)))
                        .toList());
        tree.put(
                "partly",
                recognition.personas().stream()
                        .flatMap(persona -> persona.readings().stream()
                                .filter(reading -> !reading.overlooked().isEmpty())
                                .map(reading -> partly(persona.persona(), reading)))
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(PersonaReading reading) {
        Persona persona = reading.persona();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", persona.id().value());
        tree.put("title", persona.title());
        tree.putAll(tree(persona.location()));
        tree.put("metadata", persona.metadata());
        tree.put(
                "technologies",
                reading.technologies().stream().map(PersonaReport::tree).toList());
        tree.put(
                "practices",
                reading.practices().stream().map(PersonaReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(TechnologyMention mention) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", mention.technology().id().value());
        tree.put("title", mention.technology().title());
        tree.put("kind", mention.technology().kind());
        mention.version().ifPresent(version -> tree.put("version", version));
        tree.put("line", mention.location().line());
        return tree;
    }

    private static Map<String, Object> tree(RequestedPractice requested) {
        Practice practice = requested.practice();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", practice.id().value());
        tree.put("title", practice.title());
        tree.put("area", practice.area());
        tree.put("stance", practice.stance().written());
        practice.because().ifPresent(because -> tree.put("because", because));
        tree.put(
                "figures", requested.figures().stream().map(PersonaReport::tree).toList());
        tree.put(
                "lines",
                requested.sources().stream()
                        .map(Source::location)
                        .map(Location::line)
                        .distinct()
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(Figure figure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", figure.value());
        tree.put("unit", figure.unit().written());
        tree.put("written", figure.written());
        tree.put("line", figure.location().line());
        return tree;
    }

    private static Map<String, Object> tree(Contradiction contradiction) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", contradiction.rule());
        tree.put("first", tree(contradiction.first()));
        tree.put("second", tree(contradiction.second()));
        tree.put("explanation", contradiction.explanation());
        return tree;
    }

    private static Map<String, Object> item(Persona persona, Reading reading) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("persona", persona.id().value());
        tree.putAll(tree(reading.item().location()));
        tree.put("text", reading.item().summary());
        return tree;
    }

    private static Map<String, Object> partly(Persona persona, Reading reading) {
        Map<String, Object> tree = item(persona, reading);
        tree.put("overlooked", reading.overlooked());
        return tree;
    }

    private static Map<String, Object> tree(Location location) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", location.source());
        tree.put("line", location.line());
        return tree;
    }
}
