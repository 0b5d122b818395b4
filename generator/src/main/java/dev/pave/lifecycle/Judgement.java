package dev.pave.lifecycle;

import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Recognition;
import dev.pave.persona.Persona;
import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import dev.pave.verify.rule.Asked;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a repository is judged by.
 *
 * @param asked for the rules
 * @param foreign whether the repository is looked at as one that nobody generated
 */
record Judgement(Asked asked, boolean foreign) {

    /** A golden path says in this fact which files a repository of its kind has. */
    private static final String KNOWN_BY = "known-by";

    /** A generated repository is judged by its plan: the practices in force, and the rules of its parts. */
    static Judgement of(Plan plan) {
        SortedSet<String> parts = new TreeSet<>();
        parts.add(plan.path().id());
        plan.features().forEach(feature -> parts.add(feature.id()));
        return new Judgement(
                new Asked(figures(plan.practices().values()), parts, map(map(plan.model(), "path"), "facts")), false);
    }

    /** Any other is judged by what personas ask for, with the rules of every feature, and of the golden paths that it looks like. */
    static Judgement of(Knowledge knowledge, List<Persona> personas, SortedSet<String> files) {
        SortedSet<String> parts = new TreeSet<>(knowledge.templates().features().keySet());
        knowledge.templates().goldenPaths().values().stream()
                .filter(path -> fits(path, files))
                .forEach(path -> parts.add(path.id()));
        Recognition recognition = Recognition.of(personas, knowledge.catalogue());
        return new Judgement(
                new Asked(
                        figures(PracticeStatus.all(knowledge.catalogue(), recognition)
                                .values()),
                        parts,
                        Map.of()),
                true);
    }

    private static boolean fits(GoldenPath path, SortedSet<String> files) {
        return !(path.part().facts().get(KNOWN_BY) instanceof List<?> known) || files.containsAll(known);
    }

    private static SortedMap<String, Double> figures(Collection<PracticeStatus> practices) {
        SortedMap<String, Double> figures = new TreeMap<>();
        practices.stream()
                .filter(PracticeStatus::inForce)
                .forEach(status -> figures.put(
                        status.id(),
                        status.figure()
                                .map(figure -> figure.value().doubleValue())
                                .orElse(0.0)));
        return figures;
    }

    private static Map<String, Object> map(Map<String, Object> model, String key) {
        Map<String, Object> map = new TreeMap<>();
        if (model.get(key) instanceof Map<?, ?> value) {
            value.forEach((name, member) -> map.put(String.valueOf(name), member));
        }
        return map;
    }
}
