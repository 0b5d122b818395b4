package dev.pave.verify;

import dev.pave.problem.Location;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a rule or a validator has against a repository.
 *
 * @param rule id of the rule, as {@code resource-limits}, or of the validator's check, as {@code kubernetes/unknown-field}
 * @param practice the practice that is not kept; empty where a validator finds what is wrong whatever anybody asks for
 * @param place file of the repository, relative to its folder, with the line where there is one
 * @param message what is wrong, one sentence without a full stop
 * @param remedy what to do; empty where the message says it
 */
public record Finding(String rule, Optional<String> practice, Location place, String message, String remedy)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::place).thenComparing(Finding::rule).thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
