package dev.pave.persona;

import dev.pave.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expert's document.
 *
 * @param title its first heading that is not metadata; the id where there is none
 * @param metadata by lower-case key in the order written, as {@code author}
 * @param location of the line that names the id
 * @param lines every non-blank line of the source that belongs to it, exactly once
 */
public record Persona(
        PersonaId id,
        String title,
        Map<String, String> metadata,
        Location location,
        List<Section> sections,
        List<Line> lines) {

    public Persona {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        sections = List.copyOf(sections);
        lines = List.copyOf(lines);
    }

    /** Everything that can ask for something, in the order written. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }
}
