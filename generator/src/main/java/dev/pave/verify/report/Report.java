package dev.pave.verify.report;

import dev.pave.verify.Verdict;
import dev.pave.verify.Verification;
import dev.pave.verify.build.BuildResult;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * All that there is to say about a repository that was looked at.
 *
 * @param directory as the user named it
 * @param titles title of each practice of the catalogue, by id
 * @param withoutRule ids of the practices that are asked for and that no rule judges
 * @param notes what the user may not expect, one sentence each
 * @param build empty where none was asked for
 */
public record Report(
        String directory,
        Verification verification,
        SortedMap<String, String> titles,
        SortedSet<String> withoutRule,
        List<String> notes,
        Optional<BuildResult> build) {

    /** How many practices have this verdict. */
    long count(Verdict verdict) {
        return verification.practices().values().stream()
                .filter(verdict::equals)
                .count();
    }

    /** The title of a practice; its id where the catalogue does not know it. */
    String title(String practice) {
        return titles.getOrDefault(practice, practice);
    }
}
