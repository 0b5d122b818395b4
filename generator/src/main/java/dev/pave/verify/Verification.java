package dev.pave.verify;

import java.util.List;
import java.util.SortedMap;

/**
 * The result of looking at a repository.
 *
 * @param findings sorted; without those that are waived
 * @param waived findings that a waiver of the repository accepts, sorted
 * @param practices what became of each practice that was asked for and has a rule, by id
 */
public record Verification(List<Finding> findings, List<Waived> waived, SortedMap<String, Verdict> practices) {

    /** A finding and why it is accepted. */
    public record Waived(Finding finding, String reason, String expires) {}
}
