package dev.pave.verify.waiver;

import dev.pave.verify.Finding;
import dev.pave.verify.Verification.Waived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What remains of the findings when a repository's waivers have been applied.
 *
 * @param findings sorted: those that no waiver accepts, and waivers that have ended or that nothing needs
 * @param waived sorted by finding
 */
public record Waivers(List<Finding> findings, List<Waived> waived) {

    /**
     * Applies waivers.
     *
     * @param today the day on which they must count; empty where there is none to compare with, then none has ended
     */
    public static Waivers apply(List<Waiver> waivers, List<Finding> findings, Optional<LocalDate> today) {
        List<Finding> left = new ArrayList<>();
        List<Waived> waived = new ArrayList<>();
        Set<Waiver> used = new HashSet<>();
        for (Finding finding : findings.stream().sorted().toList()) {
            List<Waiver> fitting =
                    waivers.stream().filter(waiver -> waiver.means(finding)).toList();
            used.addAll(fitting);
            fitting.stream()
                    .filter(waiver -> !isExpired(waiver, today))
                    .findFirst()
                    .ifPresentOrElse(
                            waiver -> waived.add(new Waived(
                                    finding, waiver.reason(), waiver.expires().toString())),
                            () -> left.add(finding));
        }
        for (Waiver waiver : waivers) {
            if (waiver.isOurs() && isExpired(waiver, today)) {
                left.add(ofWaiver(
                        "waiver/expired",
                        waiver,
                        "the waiver of " + waiver.what() + " ended on " + waiver.expires(),
                        "mend what it accepts, or decide again and give a new end"));
            } else if (waiver.isOurs() && !used.contains(waiver)) {
                left.add(
                        ofWaiver("waiver/unused", waiver, "nothing needs the waiver of " + waiver.what(), "remove it"));
            }
        }
        return new Waivers(left.stream().sorted().toList(), List.copyOf(waived));
    }

    private static boolean isExpired(Waiver waiver, Optional<LocalDate> today) {
        return today.filter(waiver::isExpired).isPresent();
    }

    private static Finding ofWaiver(String rule, Waiver waiver, String message, String remedy) {
        return new Finding(rule, Optional.empty(), waiver.place(), message, remedy);
    }
}
