package dev.pave.catalogue;

import dev.pave.persona.Item;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that Pave recognises in a persona. */
public final class Catalogue {

    private final Map<PracticeId, Practice> practices = new LinkedHashMap<>();
    private final Map<TechnologyId, Technology> technologies = new LinkedHashMap<>();
    private final List<ContradictionRule> contradictionRules;
    private final PhraseIndex index = new PhraseIndex();

    /** Takes entries whose ids differ, which {@link CatalogueReader} has made sure of. */
    Catalogue(List<Practice> practices, List<Technology> technologies, List<ContradictionRule> contradictionRules) {
        for (Practice practice : practices) {
            this.practices.put(practice.id(), practice);
            index.add(practice, practice.recognise());
        }
        for (Technology technology : technologies) {
            this.technologies.put(technology.id(), technology);
            index.add(technology, technology.recognise());
        }
        this.contradictionRules = List.copyOf(contradictionRules);
    }

    /** By id, in the order of the catalogue. */
    public Map<PracticeId, Practice> practices() {
        return Collections.unmodifiableMap(practices);
    }

    /** By id, in the order of the catalogue. */
    public Map<TechnologyId, Technology> technologies() {
        return Collections.unmodifiableMap(technologies);
    }

    public Optional<Practice> practice(String id) {
        return PracticeId.isValid(id) ? Optional.ofNullable(practices.get(new PracticeId(id))) : Optional.empty();
    }

    List<ContradictionRule> contradictionRules() {
        return contradictionRules;
    }

    Reading read(Item item) {
        return ItemReader.read(item, index);
    }
}
