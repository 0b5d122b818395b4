package dev.pave.plan;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.GoldenPath.OptionRule;
import dev.pave.catalogue.RequestedPractice;
import dev.pave.catalogue.Templates;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.spec.Option;
import dev.pave.spec.Selected;
import dev.pave.spec.ServiceDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the plan of a repository from its description, the templates, and the practices that its personas ask for. */
public final class Planner {

    private final Templates templates;
    private final SortedMap<String, PracticeStatus> practices;
    private final String paveVersion;
    private final Set<String> leftOut;

    /**
     * @param practices every practice of the catalogue with those who ask for it, by id
     * @param paveVersion the version that the repository says it was made with
     */
    public Planner(Templates templates, SortedMap<String, PracticeStatus> practices, String paveVersion) {
        this(templates, practices, paveVersion, Set.of());
    }

    private Planner(
            Templates templates, SortedMap<String, PracticeStatus> practices, String paveVersion, Set<String> leftOut) {
        this.templates = templates;
        this.practices = practices;
        this.paveVersion = paveVersion;
        this.leftOut = leftOut;
    }

    /** The same, as if nobody asked for a practice: what the proof of a rule compares with. */
    public Planner without(String practice) {
        return new Planner(templates, practices, paveVersion, Set.of(practice));
    }

    /**
     * Plans a repository.
     *
     * @throws InvalidInput with all that is wrong between description and templates: unknown golden path, feature or option, two owners of one path, …
     */
    public Plan plan(ServiceDescription description) {
        Problems problems = new Problems();
        GoldenPath path = goldenPath(description);
        List<Decision> decisions = new ArrayList<>();
        decisions.add(new Decision(
                "golden path " + path.id(),
                "the description names it",
                description.path().map(Selected::location).stream().toList()));
        Map<String, Object> options = options(description, path, decisions, problems);
        if (path.needsResources() && description.resources().isEmpty()) {
            problems.add(
                    "no-resources",
                    description.location(),
                    path.id() + " needs at least one resource",
                    "add one, as in:\nresources:\n  item:\n    fields:\n      title: {type: string, required: true}");
        }
        List<Feature> features =
                new FeatureSelector(templates, path, problems).select(description.features(), decisions);
        List<Feature> parts = new ArrayList<>();
        parts.add(path.part());
        parts.addAll(features);
        SortedMap<String, PracticeStatus> asked = askedFor(parts, problems);
        asked.values().stream().filter(PracticeStatus::inForce).forEach(status -> decisions.add(decision(status)));
        problems.throwIfAny();

        Map<String, Object> model = new ServiceModel(description, templates, asked, paveVersion).model(options);
        Map<String, Object> pathFacts = facts(path.part(), model, problems);
        Map<String, Object> pathModel = new LinkedHashMap<>();
        pathModel.put("id", path.id());
        pathModel.put("title", path.part().title());
        pathModel.put("facts", pathFacts);
        model.put("path", pathModel);

        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        for (Feature part : parts) {
            Map<String, Object> own = new LinkedHashMap<>(model);
            own.put("facts", part.equals(path.part()) ? pathFacts : facts(part, model, problems));
            models.put(part.id(), own);
        }
        Map<String, Object> slots = new SlotFiller(templates, asked, problems).fill(parts, models);
        model.put("slots", slots);
        FilePlanner files = new FilePlanner(
                templates.tree()::sourceName,
                asked.keySet(),
                asked.values().stream()
                        .filter(PracticeStatus::inForce)
                        .map(status -> status.id())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                problems);
        for (Feature part : parts) {
            Map<String, Object> own = models.get(part.id());
            own.put("slots", slots);
            files.plan(part, own);
        }
        List<PlannedFile> planned = files.files();
        problems.throwIfAny();
        return new Plan(description, templates, path, features, asked, decisions, planned, model);
    }

    private GoldenPath goldenPath(ServiceDescription description) {
        Optional<Selected> selected = description.path();
        if (selected.isEmpty()) {
            throw new InvalidInput(new Problem(
                    "no-golden-path",
                    description.location(),
                    "no golden path is chosen",
                    "add 'path: …', one of: "
                            + String.join(", ", templates.goldenPaths().keySet())));
        }
        GoldenPath path = templates.goldenPaths().get(selected.get().id());
        if (path == null) {
            throw new InvalidInput(new Problem(
                    "unknown-golden-path",
                    selected.get().location(),
                    "unknown golden path '" + selected.get() + "'",
                    Suggestion.remedy(
                            selected.get().id(), templates.goldenPaths().keySet())));
        }
        return path;
    }

    /** What the personas ask for, and what the parts of the repository ask for by themselves. */
    private SortedMap<String, PracticeStatus> askedFor(List<Feature> parts, Problems problems) {
        SortedMap<String, PracticeStatus> asked = new TreeMap<>(practices);
        for (Feature part : parts) {
            for (String id : part.practices()) {
                if (asked.computeIfPresent(id, (same, status) -> status.askedForBy(part.id())) == null) {
                    problems.add(
                            "unknown-practice",
                            part.location(),
                            "the catalogue has no practice '" + id + "'",
                            Suggestion.remedy(id, practices.keySet()));
                }
            }
        }
        leftOut.forEach(id -> asked.computeIfPresent(id, (same, status) -> status.askedForByNobody()));
        return asked;
    }

    private static Decision decision(PracticeStatus status) {
        List<String> asking = new ArrayList<>(status.sources().stream()
                .map(source -> source.persona().value())
                .distinct()
                .toList());
        asking.addAll(status.parts());
        String figure = status.figure()
                .map(strictest -> " (" + strictest.display() + ")")
                .orElse("");
        return new Decision(
                "practice " + status.id() + figure,
                String.join(", ", asking) + (asking.size() == 1 ? " asks for it" : " ask for it"),
                status.sources().stream()
                        .map(RequestedPractice.Source::location)
                        .toList());
    }

    private static Map<String, Object> options(
            ServiceDescription description, GoldenPath path, List<Decision> decisions, Problems problems) {
        Map<String, Object> chosen = new TreeMap<>();
        description.options().forEach((name, option) -> {
            if (!path.options().containsKey(name)) {
                problems.add(
                        "unknown-option",
                        option.location(),
                        path.id() + " has no option '" + name + "'",
                        Suggestion.remedy(name, path.options().keySet()));
            }
        });
        path.options().forEach((name, rule) -> {
            Option given = description.options().get(name);
            if (given == null) {
                chosen.put(name, rule.fallback());
                decisions.add(new Decision(
                        "option " + name + " = " + rule.fallback(),
                        "the default of " + path.id(),
                        List.of(rule.location())));
            } else {
                value(rule, given).ifPresentOrElse(value -> chosen.put(name, value), () -> {
                    List<String> values =
                            rule.values().stream().map(String::valueOf).toList();
                    problems.add(
                            "option-value",
                            given.location(),
                            "option '" + name + "' cannot be '" + given.value() + "'",
                            Suggestion.remedy(given.value(), values));
                });
                decisions.add(new Decision(
                        "option " + name + " = " + given.value(),
                        "the description says so",
                        List.of(given.location())));
            }
        });
        return chosen;
    }

    private static Optional<Object> value(OptionRule rule, Option given) {
        return rule.values().stream()
                .filter(value -> String.valueOf(value).equals(given.value()))
                .findFirst();
    }

    private Map<String, Object> facts(Feature part, Map<String, Object> model, Problems problems) {
        Map<String, Object> filled = new LinkedHashMap<>();
        part.facts().forEach((name, fact) -> {
            try {
                filled.put(name, Placeholders.fillAll(fact, model));
            } catch (Placeholders.Unknown e) {
                problems.add("manifest", part.location(), "fact '" + name + "': " + e.getMessage(), "");
            }
        });
        return filled;
    }
}
