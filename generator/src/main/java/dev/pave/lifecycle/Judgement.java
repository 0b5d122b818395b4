package dev.pave.lifecycle;

import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Recognition;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.persona.Persona;
import dev.pave.plan.Glob;
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
 * @param notUnderstood how many lines of the personas ask for something that the catalogue does not know
 */
record Judgement(Asked asked, boolean foreign, long notUnderstood) {

    /** A generated repository is judged by what Pave makes of its description: the practices that have lines, and the rules of its parts. */
    static Judgement of(Generated generated) {
        return new Judgement(Asked.of(generated.plan(), generated.rendering()), false, 0);
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
                true,
                recognition.personas().stream()
                        .mapToLong(persona -> persona.unrecognised().size())
                        .sum());
    }

    private static boolean fits(GoldenPath path, SortedSet<String> files) {
        return path.detect().stream()
                .map(Glob::new)
                .anyMatch(glob -> files.stream().anyMatch(glob::matches));
    }

    private static SortedMap<String, Double> figures(Collection<PracticeStatus> practices) {
        SortedMap<String, Double> figures = new TreeMap<>();
        practices.stream()
                .filter(PracticeStatus::inForce)
                .forEach(status -> figures.put(status.id(), Asked.figure(status)));
        return figures;
    }
}
