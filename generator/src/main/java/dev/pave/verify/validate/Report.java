package dev.pave.verify.validate;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.verify.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Collects what one validator finds; what is found twice is reported once. */
final class Report {

    private final String validator;
    private final TreeSet<Finding> findings = new TreeSet<>();

    Report(String validator) {
        this.validator = validator;
    }

    /**
     * Adds a finding.
     *
     * @param check second part of the rule's id, as {@code unknown-field}
     */
    void add(String check, Location place, String message, String remedy) {
        // A problem writes what a terminal would obey as escapes.
        Problem visible = new Problem(check, place, message, remedy);
        findings.add(
                new Finding(validator + "/" + check, Optional.empty(), place, visible.message(), visible.remedy()));
    }

    /** Adds all problems of an input under one check. */
    void addAll(String check, InvalidInput input) {
        input.problems().forEach(problem -> add(check, problem.location(), problem.message(), problem.remedy()));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
