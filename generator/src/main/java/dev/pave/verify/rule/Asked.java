package dev.pave.verify.rule;

import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import dev.pave.render.Region;
import dev.pave.render.Rendering;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a repository is judged by.
 *
 * @param practices ids of the practices that somebody asks for, with the figure that holds for each; 0 where it has none
 * @param parts ids of the golden path and the features whose rules apply
 * @param path facts of the golden path; empty where it is not known
 */
public record Asked(SortedMap<String, Double> practices, Set<String> parts, Map<String, Object> path) {

    /**
     * What a generated repository is judged by: the practices that have lines in it, the parts that it has. A practice that is asked for, and that the chosen
     * parts do nothing about, is "not yet" in {@code PRACTICES.md}, and no fault of the repository.
     *
     * @param rendering the repository as Pave makes it
     */
    @SuppressWarnings("unchecked") // the planner makes the model of the golden path so
    public static Asked of(Plan plan, Rendering rendering) {
        SortedMap<String, Double> practices = new TreeMap<>();
        rendering.files().stream()
                .flatMap(file -> file.regions().stream())
                .map(Region::practice)
                .distinct()
                .forEach(id -> practices.put(id, figure(plan.practices().get(id))));
        Set<String> parts = new TreeSet<>();
        parts.add(plan.path().id());
        plan.features().forEach(feature -> parts.add(feature.id()));
        Map<String, Object> path = (Map<String, Object>) plan.model().get("path");
        return new Asked(practices, parts, (Map<String, Object>) path.get("facts"));
    }

    /** The figure of a practice; 0 where it has none. */
    public static double figure(PracticeStatus status) {
        return status.figure().map(figure -> figure.value().doubleValue()).orElse(0.0);
    }
}
