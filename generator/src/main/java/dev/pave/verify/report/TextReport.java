package dev.pave.verify.report;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.Verdict;
import dev.pave.verify.Verification.Waived;
import dev.pave.verify.build.BuildResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report for people: findings by file, then what is accepted, then the practices, and a summary as the last line. */
public final class TextReport {

    private static final String INDENT = "  ";
    private static final String DEEPER = "      ";

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Report report) {
        this.report = report;
    }

    /** Which practices are listed with their verdict. */
    public enum Listed {
        NONE,
        /** Those that have a rule. */
        JUDGED,
        /** Those that are asked for. */
        ALL
    }

    /**
     * The lines of the report.
     *
     * @param listed which practices are listed
     */
    public static List<String> lines(Report report, Listed listed) {
        TextReport text = new TextReport(report);
        text.findings();
        text.waived();
        report.build().ifPresent(text::build);
        if (listed != Listed.NONE) {
            text.practices(listed);
        }
        report.notes().forEach(note -> text.lines.add("note: " + note));
        text.lines.add(text.summary());
        return text.lines;
    }

    private void findings() {
        Map<String, List<Finding>> byFile = report.verification().findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.place().source(), TreeMap::new, Collectors.toList()));
        byFile.forEach((file, findings) -> {
            lines.add(file);
            findings.forEach(this::finding);
            lines.add("");
        });
    }

    private void finding(Finding finding) {
        lines.add(INDENT + position(finding.place()) + label(finding));
        lines.add(DEEPER + finding.message());
        finding.remedy().lines().forEach(line -> lines.add(DEEPER + line));
    }

    /** Line and column, by which an editor finds the place; nothing where the whole file is meant. */
    private static String position(Location place) {
        if (place.line() == 0) {
            return "";
        }
        return place.column() == 0 ? place.line() + "  " : place.line() + ":" + place.column() + "  ";
    }

    /** The rule, and the practice where the rule's id does not begin with it. */
    private static String label(Finding finding) {
        return finding.practice()
                .filter(practice ->
                        !finding.rule().equals(practice) && !finding.rule().startsWith(practice + "/"))
                .map(practice -> finding.rule() + " (" + practice + ")")
                .orElse(finding.rule());
    }

    private void waived() {
        if (report.verification().waived().isEmpty()) {
            return;
        }
        lines.add("Accepted by waivers");
        for (Waived waived : report.verification().waived()) {
            lines.add(
                    INDENT + waived.finding().place() + "  " + label(waived.finding()) + ", until " + waived.expires());
            lines.add(DEEPER + waived.reason());
        }
        lines.add("");
    }

    private void build(BuildResult build) {
        lines.add("Build: " + build.command() + " " + build.outcome().words());
        if (build.outcome() != BuildResult.Outcome.PASSED) {
            build.tail().forEach(line -> lines.add(INDENT + "| " + line));
            lines.add(INDENT + "the full log: " + build.log());
        }
        lines.add("");
    }

    private void practices(Listed listed) {
        lines.add("Practices");
        for (Verdict verdict : Verdict.values()) {
            report.verification().practices().forEach((practice, given) -> {
                if (given == verdict) {
                    practice(verdict.words(), practice);
                }
            });
        }
        if (listed == Listed.ALL) {
            report.withoutRule().forEach(practice -> practice("has no rule", practice));
        }
        lines.add("");
    }

    private void practice(String verdict, String practice) {
        lines.add(String.format("%s%-16s  %-34s  %s", INDENT, verdict, practice, report.title(practice)));
    }

    private String summary() {
        int found = report.verification().findings().size();
        int accepted = report.verification().waived().size();
        long files = report.verification().findings().stream()
                .map(finding -> finding.place().source())
                .distinct()
                .count();
        return report.directory() + ": "
                + (found == 0 ? "no findings" : many(found, "finding") + " in " + many(files, "file"))
                + (accepted == 0 ? "" : ", " + accepted + " accepted by waivers")
                + "; of " + many(report.verification().practices().size(), "practice") + " "
                + report.count(Verdict.HOLDS) + " hold, "
                + report.count(Verdict.FAILS) + " fail, "
                + report.count(Verdict.CANNOT_BE_JUDGED) + " cannot be judged"
                + (report.withoutRule().isEmpty()
                        ? ""
                        : "; " + report.withoutRule().size() + " more have no rule");
    }

    private static String many(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
