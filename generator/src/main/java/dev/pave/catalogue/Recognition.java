package dev.pave.catalogue;

import dev.pave.persona.Persona;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a set of personas asks for together.
 *
 * @param practices by id, in the order in which the personas first name them
 */
public record Recognition(
        List<PersonaReading> personas,
        Map<PracticeId, RequestedPractice> practices,
        List<Contradiction> contradictions) {

    public Recognition {
        personas = List.copyOf(personas);
        practices = Collections.unmodifiableMap(practices);
        contradictions = List.copyOf(contradictions);
    }

    /** Reads each item of the personas with the catalogue. */
    public static Recognition of(List<Persona> personas, Catalogue catalogue) {
        List<PersonaReading> readings = personas.stream()
                .map(persona -> new PersonaReading(
                        persona, persona.items().stream().map(catalogue::read).toList()))
                .toList();
        Map<PracticeId, RequestedPractice> practices = PersonaReading.practices(readings);
        return new Recognition(
                readings, practices, new ContradictionFinder(readings, practices).find(catalogue.contradictionRules()));
    }
}
