package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The jobs of one workflow: where each runs, and which it waits for. */
final class WorkflowJobs {

    private final Map<String, YamlNode.Entry> jobs;
    private final Report report;

    WorkflowJobs(Map<String, YamlNode.Entry> jobs, Report report) {
        this.jobs = jobs;
        this.report = report;
    }

    void check() {
        NavigableMap<String, List<String>> needs = new TreeMap<>();
        jobs.forEach((id, entry) -> {
            YamlNode job = entry.value();
            boolean calls = Nodes.at(job, "uses").isPresent();
            if (!calls && Nodes.at(job, "runs-on").isEmpty()) {
                report.add("missing-field", entry.key(), "the job '" + id + "' has no runs-on", "add runs-on");
            }
            if (!calls && Nodes.items(job, "steps").isEmpty()) {
                report.add("missing-field", entry.key(), "the job '" + id + "' has no steps", "add steps");
            }
            if (calls && Nodes.at(job, "steps").isPresent()) {
                report.add(
                        "wrong-value",
                        Nodes.place(job, "steps"),
                        "the job '" + id + "' calls a workflow and has steps",
                        "keep one of both");
            }
            for (YamlNode need : needs(job)) {
                Nodes.text(need).ifPresent(name -> {
                    needs.computeIfAbsent(id, key -> new ArrayList<>()).add(name);
                    if (!jobs.containsKey(name)) {
                        report.add(
                                "unknown-job",
                                need.location(),
                                "there is no job '" + name + "'",
                                Suggestion.remedy(name, jobs.keySet()));
                    }
                });
            }
        });
        cycles(needs);
    }

    /** The texts under {@code needs}: one, or a list. */
    static List<YamlNode> needs(YamlNode job) {
        return Nodes.at(job, "needs")
                .map(needs -> needs instanceof YamlNode.Sequence list ? list.items() : List.of(needs))
                .orElse(List.of());
    }

    /** Takes away jobs that wait for nothing until none is left; what cannot be taken away waits for itself. */
    private void cycles(NavigableMap<String, List<String>> needs) {
        NavigableSet<String> waiting = new TreeSet<>(needs.keySet());
        boolean found = true;
        while (found) {
            found = waiting.removeIf(
                    job -> needs.getOrDefault(job, List.of()).stream().noneMatch(waiting::contains));
        }
        waiting.stream().findFirst().ifPresent(job -> {
            Location place = Nodes.place(
                    jobs.getOrDefault(job, jobs.values().iterator().next()).value(), "needs");
            report.add(
                    "cyclic-needs",
                    place,
                    "these jobs wait for each other: " + String.join(", ", waiting),
                    "remove one of their needs");
        });
    }
}
