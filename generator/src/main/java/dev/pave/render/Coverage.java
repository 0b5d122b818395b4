package dev.pave.render;

import dev.pave.catalogue.Practice;
import dev.pave.catalogue.RequestedPractice;
import dev.pave.catalogue.Rule;
import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where each practice that somebody asks for is in the rendered files. Computed from the regions alone: a practice without lines is not yet there, whatever
 * anybody says.
 *
 * @param practices sorted by area, then id
 */
public record Coverage(List<Entry> practices) {

    /** What became of a practice. */
    public enum Status {
        IN_FORCE,
        NOT_YET,
        DOCUMENTED,
        TARGET,
        NOT_APPLICABLE;

        /** In words: {@code not yet}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Lines of a file; first line is 1, last line inclusive. */
    public record Place(String path, int first, int last) {}

    /**
     * A practice and where it is.
     *
     * @param places sorted; several regions of a practice in one file that touch or overlap are one place
     * @param rules that check it in this repository: those of its golden path and features, where all that they need is asked for
     */
    public record Entry(PracticeStatus practice, Status status, List<Place> places, List<Rule> rules) {}

    /** The coverage of a plan's practices by rendered files. */
    public static Coverage of(Plan plan, Collection<RenderedFile> files) {
        SortedMap<String, List<Place>> places = new TreeMap<>();
        for (RenderedFile file : files) {
            for (Region region : file.regions()) {
                places.computeIfAbsent(region.practice(), id -> new ArrayList<>())
                        .add(new Place(file.path().value(), region.firstLine(), region.lastLine()));
            }
        }
        Map<String, List<Rule>> rules = rules(plan);
        List<Entry> entries = new ArrayList<>();
        plan.practices().values().stream()
                .filter(PracticeStatus::isAskedFor)
                .sorted(Comparator.comparing(
                                (PracticeStatus status) -> status.practice().area())
                        .thenComparing(status -> status.id()))
                .forEach(status -> {
                    List<Place> found = joined(places.getOrDefault(status.id(), List.of()));
                    entries.add(new Entry(
                            status,
                            status(status.practice(), found),
                            found,
                            rules.getOrDefault(status.id(), List.of())));
                });
        return new Coverage(entries);
    }

    private static Map<String, List<Rule>> rules(Plan plan) {
        Set<String> parts = new HashSet<>();
        parts.add(plan.path().id());
        plan.features().forEach(feature -> parts.add(feature.id()));
        return plan.templates().rules().stream()
                .filter(rule -> parts.contains(rule.part()))
                .filter(rule -> rule.needs().stream().allMatch(id -> isAskedFor(plan, id)))
                .collect(Collectors.groupingBy(Rule::practice));
    }

    private static boolean isAskedFor(Plan plan, String practice) {
        PracticeStatus status = plan.practices().get(practice);
        return status != null && status.isAskedFor();
    }

    private static Status status(Practice practice, List<Place> places) {
        return switch (practice.stance()) {
            case GENERATED -> places.isEmpty() ? Status.NOT_YET : Status.IN_FORCE;
            case DOCUMENTED -> Status.DOCUMENTED;
            case TARGET -> Status.TARGET;
            case NOT_APPLICABLE -> Status.NOT_APPLICABLE;
        };
    }

    private static List<Place> joined(List<Place> places) {
        List<Place> sorted = places.stream()
                .sorted(Comparator.comparing(Place::path)
                        .thenComparingInt(Place::first)
                        .thenComparingInt(Place::last))
                .toList();
        List<Place> joined = new ArrayList<>();
        for (Place place : sorted) {
            Place before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.path().equals(place.path()) && place.first() <= before.last() + 1) {
                joined.set(
                        joined.size() - 1,
                        new Place(place.path(), before.first(), Math.max(before.last(), place.last())));
            } else {
                joined.add(place);
            }
        }
        return joined;
    }

    /** How many practices of the coverage have a status. */
    public long count(Status status) {
        return practices.stream().filter(entry -> entry.status() == status).count();
    }

    /** In a line: {@code 150 of 205 generated practices are in force, 55 not yet}. */
    public String headline() {
        long inForce = count(Status.IN_FORCE);
        long notYet = count(Status.NOT_YET);
        return inForce + " of " + (inForce + notYet) + " generated practices are in force, " + notYet + " not yet";
    }

    /** For templates: {@code practices} and {@code summary}, as {@code docs/writing-templates.md} lists them. */
    Map<String, Object> model() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("headline", headline());
        summary.put("generated", count(Status.IN_FORCE) + count(Status.NOT_YET));
        summary.put("inForce", count(Status.IN_FORCE));
        summary.put("notYet", count(Status.NOT_YET));
        summary.put("documented", count(Status.DOCUMENTED));
        summary.put("target", count(Status.TARGET));
        summary.put("notApplicable", count(Status.NOT_APPLICABLE));
        return Map.of("practices", practices.stream().map(Coverage::entry).toList(), "summary", summary);
    }

    private static Map<String, Object> entry(Entry entry) {
        Practice practice = entry.practice().practice();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", practice.id().value());
        model.put("title", practice.title());
        model.put("area", practice.area());
        model.put("stance", practice.stance().written());
        model.put("because", practice.because().orElse(""));
        model.put("status", entry.status().words());
        model.put(
                "figure",
                entry.practice().figure().map(figure -> figure.display()).orElse(""));
        model.put(
                "sources",
                entry.practice().sources().stream().map(Coverage::source).toList());
        model.put("parts", entry.practice().parts());
        model.put("rules", entry.rules().stream().map(Coverage::rule).toList());
        model.put("places", entry.places().stream().map(Coverage::place).toList());
        return model;
    }

    private static Map<String, Object> source(RequestedPractice.Source source) {
        return Map.of(
                "persona", source.persona().value(),
                "source", source.location().source(),
                "line", source.location().line());
    }

    private static Map<String, Object> rule(Rule rule) {
        return Map.of("id", rule.id(), "says", rule.says());
    }

    private static Map<String, Object> place(Place place) {
        return Map.of("path", place.path(), "first", place.first(), "last", place.last());
    }
}
