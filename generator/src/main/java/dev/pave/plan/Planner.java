package dev.pave.plan;

import dev.pave.catalogue.Contribution;
import dev.pave.catalogue.Feature;
import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.GoldenPath.OptionRule;
import dev.pave.catalogue.RequestedPractice;
import dev.pave.catalogue.Slot;
import dev.pave.catalogue.Templates;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
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

    private static final String PRACTICE = "practice";

    private final Templates templates;
    private final SortedMap<String, PracticeStatus> practices;
    private final String paveVersion;

    /**
     * @param practices every practice of the catalogue with those who ask for it, by id
     * @param paveVersion the version that the repository says it was made with
     */
    public Planner(Templates templates, SortedMap<String, PracticeStatus> practices, String paveVersion) {
        this.templates = templates;
        this.practices = practices;
        this.paveVersion = paveVersion;
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
        practices.values().stream().filter(PracticeStatus::inForce).forEach(status -> decisions.add(decision(status)));
        problems.throwIfAny();

        Map<String, Object> model = new ServiceModel(description, templates, practices, paveVersion).model(options);
        Map<String, Object> pathFacts = facts(path.part(), model, problems);
        Map<String, Object> pathModel = new LinkedHashMap<>();
        pathModel.put("id", path.id());
        pathModel.put("title", path.part().title());
        pathModel.put("facts", pathFacts);
        model.put("path", pathModel);

        List<Feature> parts = new ArrayList<>();
        parts.add(path.part());
        parts.addAll(features);
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        for (Feature part : parts) {
            Map<String, Object> own = new LinkedHashMap<>(model);
            own.put("facts", part.equals(path.part()) ? pathFacts : facts(part, model, problems));
            models.put(part.id(), own);
        }
        Map<String, Object> slots = slots(parts, models, problems);
        model.put("slots", slots);
        FilePlanner files = new FilePlanner(
                templates.tree()::sourceName,
                practices.keySet(),
                practices.values().stream()
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
        return new Plan(description, templates, path, features, practices, decisions, planned, model);
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

    private static Decision decision(PracticeStatus status) {
        String asking = status.sources().stream()
                .map(source -> source.persona().value())
                .distinct()
                .collect(Collectors.joining(", "));
        String figure = status.figure()
                .map(strictest -> " (" + strictest.display() + ")")
                .orElse("");
        return new Decision(
                "practice " + status.id() + figure,
                asking + " asks for it",
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

    /** The items of every slot of the selected parts, in the order of the parts that contribute them. */
    private Map<String, Object> slots(List<Feature> parts, Map<String, Map<String, Object>> models, Problems problems) {
        Map<String, List<Object>> slots = new TreeMap<>();
        Map<String, Slot> declared = new TreeMap<>();
        for (Feature part : parts) {
            part.slots().forEach((name, slot) -> {
                declared.put(name, slot);
                slots.put(name, new ArrayList<>());
            });
        }
        for (Feature part : parts) {
            for (Contribution contribution : part.contributions()) {
                Slot slot = declared.get(contribution.slot());
                if (!isWanted(contribution, problems)) {
                    continue;
                }
                if (slot == null) {
                    checkExists(contribution, problems);
                } else if (fits(contribution, slot, problems)) {
                    try {
                        slots.get(slot.name()).add(Placeholders.fillAll(contribution.item(), models.get(part.id())));
                    } catch (Placeholders.Unknown e) {
                        problems.add("manifest", contribution.location(), e.getMessage(), "");
                    }
                }
            }
        }
        return new LinkedHashMap<>(slots);
    }

    /** An item with the key {@code practice} counts only where that practice is in force, as the file that it speaks of. */
    private boolean isWanted(Contribution contribution, Problems problems) {
        Object practice = contribution.item().get(PRACTICE);
        if (practice == null) {
            return true;
        }
        PracticeStatus status = practices.get(practice.toString());
        if (status == null) {
            problems.add(
                    "unknown-practice",
                    contribution.location(),
                    "the catalogue has no practice '" + practice + "'",
                    Suggestion.remedy(practice.toString(), practices.keySet()));
            return false;
        }
        return status.inForce();
    }

    /** A slot may be missing because its owner is not selected, but somebody must declare it. */
    private void checkExists(Contribution contribution, Problems problems) {
        Set<String> all = new LinkedHashSet<>();
        templates
                .features()
                .values()
                .forEach(feature -> all.addAll(feature.slots().keySet()));
        templates
                .goldenPaths()
                .values()
                .forEach(path -> all.addAll(path.part().slots().keySet()));
        if (!all.contains(contribution.slot())) {
            problems.add(
                    "unknown-slot",
                    contribution.location(),
                    "nobody declares the slot '" + contribution.slot() + "'",
                    Suggestion.remedy(contribution.slot(), all));
        }
    }

    private static boolean fits(Contribution contribution, Slot slot, Problems problems) {
        boolean fits = true;
        Location place = contribution.location();
        for (String key : slot.required()) {
            if (!contribution.item().containsKey(key)) {
                problems.add("slot-item", place, "an item of " + slot.name() + " needs '" + key + "'", "");
                fits = false;
            }
        }
        for (String key : contribution.item().keySet()) {
            if (!slot.required().contains(key) && !slot.optional().contains(key) && !key.equals(PRACTICE)) {
                Set<String> keys = new LinkedHashSet<>(slot.required());
                keys.addAll(slot.optional());
                problems.add(
                        "slot-item",
                        place,
                        "an item of " + slot.name() + " has no '" + key + "'",
                        Suggestion.remedy(key, keys));
                fits = false;
            }
        }
        return fits;
    }
}
