package dev.pave.plan;

import dev.pave.catalogue.Catalogue;
import dev.pave.catalogue.Figure;
import dev.pave.catalogue.Practice;
import dev.pave.catalogue.Recognition;
import dev.pave.catalogue.RequestedPractice;
import dev.pave.catalogue.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A practice of the catalogue, and who asks for it.
 *
 * @param request empty where no selected persona does
 * @param parts ids of the golden path and features of the repository that do
 */
public record PracticeStatus(Practice practice, Optional<RequestedPractice> request, List<String> parts) {

    /** Every practice of the catalogue, by id. */
    public static SortedMap<String, PracticeStatus> all(Catalogue catalogue, Recognition recognition) {
        SortedMap<String, PracticeStatus> all = new TreeMap<>();
        catalogue
                .practices()
                .forEach((id, practice) -> all.put(
                        id.value(),
                        new PracticeStatus(
                                practice,
                                Optional.ofNullable(recognition.practices().get(id)),
                                List.of())));
        return all;
    }

    /** Whether templates may act on it: somebody asks for it, and it is something that a repository can hold. */
    public boolean inForce() {
        return isAskedFor() && (practice.stance() == Stance.GENERATED || practice.stance() == Stance.DOCUMENTED);
    }

    /** Whether anybody asks for it. */
    public boolean isAskedFor() {
        return request.isPresent() || !parts.isEmpty();
    }

    /** The same, asked for by one more part. */
    PracticeStatus askedForBy(String part) {
        List<String> more = new ArrayList<>(parts);
        more.add(part);
        return new PracticeStatus(practice, request, List.copyOf(more));
    }

    /** The same, as if no persona and no part wanted it. */
    PracticeStatus askedForByNobody() {
        return new PracticeStatus(practice, Optional.empty(), List.of());
    }

    public String id() {
        return practice.id().value();
    }

    /** The lines that ask for it. */
    public List<RequestedPractice.Source> sources() {
        return request.map(RequestedPractice::sources).orElse(List.of());
    }

    /** The figures that hold: the strictest, or several where the practice keeps all. */
    public List<Figure> figures() {
        return request.map(RequestedPractice::figures).orElse(List.of());
    }

    /** The first of the figures that hold. */
    public Optional<Figure> figure() {
        return figures().stream().findFirst();
    }
}
