package dev.pave.lifecycle;

import dev.pave.catalogue.Rule;
import dev.pave.plan.PracticeStatus;
import dev.pave.render.Coverage;
import dev.pave.render.Region;
import java.util.List;
import java.util.Optional;

/**
 * A practice of the catalogue, and where it is in a repository.
 *
 * @param status what became of it; empty where nobody asks for it
 * @param rules the checks that hold for it in this repository
 * @param seenToFail ids of the rules that were seen to fail without the practice, on the repository's golden path
 * @param places sorted by path, then line
 */
public record ExplainedPractice(
        PracticeStatus practice,
        Optional<Coverage.Status> status,
        List<Rule> rules,
        List<String> seenToFail,
        List<Place> places) {

    /** What became of lines that Pave wrote. */
    public enum Change {
        AS_GENERATED,
        CHANGED,
        /** None of them is there. */
        GONE;

        /** For people. */
        public String words() {
            return switch (this) {
                case AS_GENERATED -> "as generated";
                case CHANGED -> "changed since";
                case GONE -> "no longer there";
            };
        }
    }

    /**
     * Lines of the repository that the practice asked for.
     *
     * @param first as the file is on disk; 0 where the lines are gone
     * @param last inclusive
     * @param region as Pave renders it
     */
    public record Place(String path, int first, int last, Change change, Region region) {}
}
