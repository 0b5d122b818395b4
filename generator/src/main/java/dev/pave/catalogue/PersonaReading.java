package dev.pave.catalogue;

import dev.pave.catalogue.Reading.PracticeMention;
import dev.pave.catalogue.Reading.TechnologyMention;
import dev.pave.catalogue.RequestedPractice.Source;
import dev.pave.persona.Persona;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each item of a persona was understood. */
public record PersonaReading(Persona persona, List<Reading> readings) {

    public PersonaReading {
        readings = List.copyOf(readings);
    }

    /** The items in which nothing was recognised. */
    public List<Reading> unrecognised() {
        return readings.stream().filter(reading -> !reading.isRecognised()).toList();
    }

    /** The stack, each technology once, with its version where one is named anywhere. */
    public List<TechnologyMention> technologies() {
        Map<TechnologyId, TechnologyMention> stack = new LinkedHashMap<>();
        for (Reading reading : readings) {
            for (TechnologyMention mention : reading.technologies()) {
                stack.merge(
                        mention.technology().id(),
                        mention,
                        (first, next) ->
                                first.version().isPresent() || next.version().isEmpty() ? first : next);
            }
        }
        return List.copyOf(stack.values());
    }

    /** What this persona alone asks for. */
    public List<RequestedPractice> practices() {
        return List.copyOf(practices(List.of(this)).values());
    }

    static Map<PracticeId, RequestedPractice> practices(List<PersonaReading> personas) {
        Map<PracticeId, Practice> practices = new LinkedHashMap<>();
        Map<PracticeId, List<Source>> sources = new LinkedHashMap<>();
        Map<PracticeId, List<Figure>> stated = new LinkedHashMap<>();
        for (PersonaReading reading : personas) {
            for (Reading item : reading.readings()) {
                for (PracticeMention mention : item.practices()) {
                    PracticeId id = mention.practice().id();
                    practices.put(id, mention.practice());
                    sources.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(new Source(
                                    reading.persona().id(),
                                    mention.location(),
                                    item.item().summary()));
                    List<Figure> figures = stated.computeIfAbsent(id, key -> new ArrayList<>());
                    mention.figure().ifPresent(figures::add);
                }
            }
        }
        Map<PracticeId, RequestedPractice> requested = new LinkedHashMap<>();
        practices.forEach((id, practice) -> {
            List<Figure> figures = stated.getOrDefault(id, List.of());
            requested.put(
                    id,
                    new RequestedPractice(
                            practice,
                            sources.getOrDefault(id, List.of()),
                            figures,
                            practice.figure().map(rule -> rule.inForce(figures)).orElse(List.of())));
        });
        return requested;
    }
}
