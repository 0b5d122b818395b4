package dev.pave.verify.waiver;

import dev.pave.plan.Glob;
import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A kind of finding that a repository accepts, because reviewers contradict each other or a rule does not apply to it.
 *
 * @param tool who finds it, as {@code kube-score}; {@code pave} for {@code pave verify}, also where only a practice is given
 * @param practice all findings of this practice are meant, or those of the rule where one is given too
 * @param rule id of the finding's rule
 * @param file which files are meant, as {@code deploy/*.yaml}; empty for all
 * @param expires the last day on which it counts
 * @param place where it stands
 */
public record Waiver(
        String tool,
        Optional<String> practice,
        Optional<String> rule,
        Optional<Glob> file,
        String reason,
        LocalDate expires,
        Location place) {

    /** The name of this program among tools. */
    public static final String PAVE = "pave";

    /** Whether it speaks of findings of {@code pave verify}; only those of the tool itself tell whether one of another tool is needed. */
    public boolean isOurs() {
        return tool.equalsIgnoreCase(PAVE);
    }

    /** Whether it means this finding, expired or not. */
    public boolean means(Finding finding) {
        return isOurs()
                && rule.map(finding.rule()::equals).orElse(true)
                && practice.map(id -> finding.practice().filter(id::equals).isPresent())
                        .orElse(true)
                && file.map(glob -> glob.matches(finding.place().source())).orElse(true);
    }

    boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    /** What it accepts, as a person would say it: {@code resource-limits in deploy/*.yaml}. */
    String what() {
        return rule.or(() -> practice).orElseThrow()
                + file.map(glob -> " in " + glob.pattern()).orElse("");
    }
}
