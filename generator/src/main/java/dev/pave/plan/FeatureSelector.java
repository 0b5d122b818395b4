package dev.pave.plan;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Templates;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.spec.FeatureSelection;
import dev.pave.spec.Selected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the features of a repository: what the golden path needs, what it brings, what the description adds and removes, and what all of these require. */
final class FeatureSelector {

    private final Templates templates;
    private final GoldenPath path;
    private final Problems problems;
    private final Map<String, Decision> chosen = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();

    FeatureSelector(Templates templates, GoldenPath path, Problems problems) {
        this.templates = templates;
        this.path = path;
        this.problems = problems;
    }

    /** The features, each after those that it requires; and why each is there. */
    List<Feature> select(FeatureSelection selection, List<Decision> decisions) {
        for (Selected remove : selection.remove()) {
            if (isKnown(remove)) {
                removed.add(remove.id());
            }
            if (path.requiredFeatures().contains(remove.id())) {
                problems.add(
                        "required-feature",
                        remove.location(),
                        "feature '" + remove + "' cannot be removed: " + path.id() + " needs it",
                        "");
            }
        }
        Location manifest = path.part().location();
        path.requiredFeatures().forEach(id -> choose(id, path.id() + " requires it", manifest));
        path.defaultFeatures().stream()
                .filter(id -> !removed.contains(id))
                .forEach(id -> choose(id, path.id() + " brings it by default", manifest));
        for (Selected add : selection.add()) {
            if (isKnown(add)) {
                if (removed.contains(add.id())) {
                    problems.add("feature", add.location(), "feature '" + add + "' is both added and removed", "");
                }
                choose(add.id(), "the description adds it", add.location());
            }
        }
        for (String id : removed) {
            if (chosen.containsKey(id) && !path.requiredFeatures().contains(id)) {
                Decision decision = chosen.get(id);
                problems.add(
                        "required-feature",
                        decision.places().get(0),
                        "feature '" + id + "' is removed, but " + decision.why(),
                        "remove that one too, or keep '" + id + "'");
            }
        }
        List<Feature> ordered = ordered();
        ordered.forEach(feature -> decisions.add(chosen.get(feature.id())));
        return ordered;
    }

    private boolean isKnown(Selected selected) {
        if (templates.features().containsKey(selected.id())) {
            return true;
        }
        problems.add(
                "unknown-feature",
                selected.location(),
                "unknown feature '" + selected + "'",
                Suggestion.remedy(selected.id(), templates.features().keySet()));
        return false;
    }

    private void choose(String id, String why, Location place) {
        Feature feature = templates.features().get(id);
        if (feature == null) {
            problems.add(
                    "unknown-feature",
                    place,
                    "unknown feature '" + id + "'",
                    Suggestion.remedy(id, templates.features().keySet()));
            return;
        }
        if (chosen.putIfAbsent(id, new Decision("feature " + id, why, List.of(place))) == null) {
            feature.requires().forEach(required -> choose(required, id + " requires it", feature.location()));
        }
    }

    private List<Feature> ordered() {
        List<Feature> ordered = new ArrayList<>();
        Set<String> visited = new LinkedHashSet<>();
        chosen.keySet().stream().sorted().forEach(id -> visit(id, visited, ordered));
        return ordered;
    }

    private void visit(String id, Set<String> visited, List<Feature> ordered) {
        Feature feature = templates.features().get(id);
        if (feature != null && visited.add(id)) {
            feature.requires().stream().sorted().forEach(required -> visit(required, visited, ordered));
            ordered.add(feature);
        }
    }
}
