package dev.pave.cli;

import dev.pave.lifecycle.Explanation;
import dev.pave.render.Coverage;
import dev.pave.render.Coverage.Entry;
import dev.pave.render.Coverage.Status;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many practices are in force, by area, and how to go on. */
final class CoverageView {

    private final Terminal terminal;

    CoverageView(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Explanation explanation) {
        Coverage coverage = explanation.coverage();
        terminal.print(List.of(
                Styled.strong(explanation.plan().description().name().kebab()),
                Styled.plain(", " + Reasons.name(explanation.plan().path().part(), true))));
        terminal.print(coverage.headline());
        terminal.print("");
        SortedMap<String, List<Entry>> areas = new TreeMap<>(coverage.practices().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.practice().practice().area())));
        terminal.print(List.of(Styled.faint(row("area", "in force", "not yet", "other"))));
        areas.forEach((area, entries) -> {
            long inForce = count(entries, Status.IN_FORCE);
            long notYet = count(entries, Status.NOT_YET);
            terminal.print(row(area, figure(inForce), figure(notYet), figure(entries.size() - inForce - notYet)));
        });
        terminal.print("");
        terminal.print(coverage.count(Status.DOCUMENTED) + " are documented, " + coverage.count(Status.TARGET)
                + " are targets of a running service, " + coverage.count(Status.NOT_APPLICABLE)
                + " are not about a repository.");
        terminal.print("");
        terminal.print("Go on:  pave explain PATH           why each line of a file is there");
        terminal.print("        pave explain PATH:LINE      all about a line");
        terminal.print("        pave explain --practice ID  where a practice is, who asks, what checks it");
        terminal.print("PRACTICES.md lists all of them.");
    }

    private static long count(List<Entry> entries, Status status) {
        return entries.stream().filter(entry -> entry.status() == status).count();
    }

    private static String figure(long count) {
        return count == 0 ? "-" : String.valueOf(count);
    }

    private static String row(String area, String inForce, String notYet, String other) {
        return String.format("  %-16s %9s %9s %9s", area, inForce, notYet, other);
    }
}
