package dev.pave.verify.report;

import dev.pave.verify.Finding;
import dev.pave.verify.Verdict;
import dev.pave.verify.Verification.Waived;
import dev.pave.verify.build.BuildResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs, as a tree of maps, lists, texts and numbers. */
public final class JsonReport {

    private JsonReport() {}

    /** The same for the same report; keys in a fixed order. */
    public static Map<String, Object> tree(Report report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", report.directory());
        tree.put(
                "findings",
                report.verification().findings().stream()
                        .map(JsonReport::finding)
                        .toList());
        tree.put(
                "waived",
                report.verification().waived().stream().map(JsonReport::waived).toList());
        List<Map<String, Object>> practices = new ArrayList<>();
        report.verification().practices().forEach((id, verdict) -> {
            Map<String, Object> practice = new LinkedHashMap<>();
            practice.put("id", id);
            practice.put("title", report.title(id));
            practice.put("verdict", verdict.words());
            practices.add(practice);
        });
        tree.put("practices", practices);
        tree.put("without-rule", List.copyOf(report.withoutRule()));
        report.build().ifPresent(build -> tree.put("build", build(build)));
        tree.put("notes", report.notes());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("findings", report.verification().findings().size());
        summary.put("waived", report.verification().waived().size());
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict.words(), report.count(verdict));
        }
        tree.put("summary", summary);
        return tree;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", finding.rule());
        finding.practice().ifPresent(practice -> tree.put("practice", practice));
        tree.put("file", finding.place().source());
        if (finding.place().line() > 0) {
            tree.put("line", finding.place().line());
        }
        if (finding.place().column() > 0) {
            tree.put("column", finding.place().column());
        }
        tree.put("message", finding.message());
        tree.put("remedy", finding.remedy());
        return tree;
    }

    private static Map<String, Object> waived(Waived waived) {
        Map<String, Object> tree = finding(waived.finding());
        tree.put("reason", waived.reason());
        tree.put("expires", waived.expires());
        return tree;
    }

    private static Map<String, Object> build(BuildResult build) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("command", build.command());
        tree.put("outcome", build.outcome().words());
        if (build.outcome() != BuildResult.Outcome.PASSED) {
            tree.put("log", build.log().toString());
            tree.put("tail", build.tail());
        }
        return tree;
    }
}
