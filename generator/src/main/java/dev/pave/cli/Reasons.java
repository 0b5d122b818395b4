package dev.pave.cli;

import dev.pave.catalogue.Feature;
import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import java.util.ArrayList;
import java.util.List;

/** Who asks for a practice, in words. */
final class Reasons {

    private Reasons() {}

    /**
     * Somebody who asks.
     *
     * @param place file and line
     * @param says the words there; of a part of the repository, that it asks by itself
     */
    record Asking(String place, String says) {}

    /** Personas with their lines, then parts of the repository with their manifests. */
    static List<Asking> of(PracticeStatus practice, Plan plan) {
        List<Asking> asking = new ArrayList<>();
        practice.sources()
                .forEach(source -> asking.add(new Asking(
                        source.location().source() + ":" + source.location().line(),
                        source.text().replace('\n', ' '))));
        for (String part : practice.parts()) {
            asking.add(new Asking(manifest(part, plan), name(part, plan) + " needs it by itself"));
        }
        return asking;
    }

    /** The first who asks, and how many more do, in a few columns. */
    static String brief(PracticeStatus practice, int columns) {
        int all = practice.sources().size() + practice.parts().size();
        String more = all > 1 ? " +" + (all - 1) : "";
        String first = practice.sources().isEmpty()
                ? practice.parts().stream()
                        .findFirst()
                        .map(part -> part + ", by itself")
                        .orElse("")
                : practice.sources().get(0).location().source() + ":"
                        + practice.sources().get(0).location().line();
        return Columns.cutFront(first, columns - more.length()) + more;
    }

    /** {@code feature container (Container image)}. */
    static String name(Feature owner, boolean onGoldenPath) {
        return (onGoldenPath ? "golden path " : "feature ") + owner.id() + " (" + owner.title() + ")";
    }

    private static String name(String part, Plan plan) {
        return (part.equals(plan.path().id()) ? "golden path " : "feature ") + part;
    }

    private static String manifest(String part, Plan plan) {
        return plan.features().stream()
                .filter(feature -> feature.id().equals(part))
                .findFirst()
                .orElse(plan.path().part())
                .location()
                .source();
    }
}
