package dev.pave.verify.validate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.verify.RepositoryFiles;
import dev.pave.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The steps of one job: what they use, run, and take from steps before and jobs needed. */
final class WorkflowSteps {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)\\}\\}", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("\\bsteps\\.([A-Za-z_][A-Za-z0-9_-]*)");
    private static final Pattern NEED =
            Pattern.compile("\\bneeds\\.([A-Za-z_][A-Za-z0-9_-]*)(?:\\.outputs\\.([A-Za-z_][A-Za-z0-9_-]*))?");
    private static final Pattern SCRIPT =
            Pattern.compile("(?m)(?:^|[\\s;&|(\"'])(?:\\./)?((?:[A-Za-z0-9_.-]+/)+[A-Za-z0-9_.-]+\\.(?:sh|mjs|py))\\b");

    private final RepositoryFiles files;
    private final Map<String, YamlNode.Entry> jobs;
    private final YamlNode job;
    private final Report report;

    WorkflowSteps(RepositoryFiles files, Map<String, YamlNode.Entry> jobs, YamlNode job, Report report) {
        this.files = files;
        this.jobs = jobs;
        this.job = job;
        this.report = report;
    }

    void check() {
        Nodes.at(job, "uses").ifPresent(this::uses);
        NavigableSet<String> ids = new TreeSet<>();
        for (YamlNode step : Nodes.items(job, "steps")) {
            boolean uses = Nodes.at(step, "uses").isPresent();
            if (uses == Nodes.at(step, "run").isPresent()) {
                report.add(
                        "wrong-value",
                        step.location(),
                        uses ? "a step has both uses and run" : "a step has neither uses nor run",
                        "give it one of both");
            }
            Nodes.at(step, "uses").ifPresent(this::uses);
            Nodes.at(step, "run").ifPresent(this::scripts);
            // GitHub gives an unknown step's output as an empty text, and says nothing.
            Nodes.walk(step, node -> references(node, ids));
            condition(step, ids);
            Nodes.at(step, "id")
                    .ifPresent(id -> Nodes.text(id)
                            .filter(text -> !ids.add(text))
                            .ifPresent(text -> report.add(
                                    "duplicate-step",
                                    id.location(),
                                    "a step '" + text + "' is there already",
                                    "rename one")));
        }
        condition(job, ids);
        Nodes.entries(job).forEach((key, entry) -> {
            if (!key.equals("steps")) {
                Nodes.walk(entry.value(), node -> references(node, ids));
            }
        });
    }

    /** A condition is an expression without the braces. */
    private void condition(YamlNode node, NavigableSet<String> ids) {
        Nodes.at(node, "if")
                .ifPresent(condition -> Nodes.text(condition)
                        .filter(text -> !text.contains("${{"))
                        .ifPresent(text -> expression(text, condition.location(), ids)));
    }

    private void references(YamlNode node, NavigableSet<String> ids) {
        Nodes.text(node).filter(text -> text.contains("${{")).ifPresent(text -> {
            Matcher matcher = EXPRESSION.matcher(text);
            while (matcher.find()) {
                expression(matcher.group(1), line(node, text, matcher.start()), ids);
            }
        });
    }

    private void expression(String expression, Location place, Collection<String> ids) {
        Matcher step = STEP.matcher(expression);
        while (step.find()) {
            String id = step.group(1);
            if (!ids.contains(id)) {
                report.add("unknown-step", place, "no step '" + id + "' before this", Suggestion.remedy(id, ids));
            }
        }
        NavigableSet<String> needed = new TreeSet<>();
        WorkflowJobs.needs(job).forEach(need -> Nodes.text(need).ifPresent(needed::add));
        Matcher need = NEED.matcher(expression);
        while (need.find()) {
            String id = need.group(1);
            if (!needed.contains(id)) {
                report.add("unknown-job", place, "the job does not need '" + id + "'", Suggestion.remedy(id, needed));
            } else if (need.group(2) != null) {
                output(id, need.group(2), place);
            }
        }
    }

    private void output(String id, String output, Location place) {
        YamlNode.Entry needed = jobs.get(id);
        if (needed != null && Nodes.at(needed.value(), "uses").isEmpty()) {
            Collection<String> outputs =
                    Nodes.entries(needed.value(), "outputs").keySet();
            if (!outputs.contains(output)) {
                report.add(
                        "unknown-output",
                        place,
                        "the job '" + id + "' has no output '" + output + "'",
                        Suggestion.remedy(output, outputs));
            }
        }
    }

    private void uses(YamlNode uses) {
        String text = Nodes.text(uses).orElse("");
        if (text.startsWith("./")) {
            Optional<String> path = Paths.resolve("", text);
            boolean there = path.filter(p -> Paths.isFile(files, p)
                            || Paths.isFile(files, Paths.join(p, "action.yml"))
                            || Paths.isFile(files, Paths.join(p, "action.yaml")))
                    .isPresent();
            if (!there) {
                report.add(
                        "missing-file", uses.location(), "'" + text + "' is not in the repository", "correct the path");
            }
        } else if (!text.startsWith("docker://") && (text.indexOf('@') < 1 || text.endsWith("@"))) {
            report.add(
                    "no-ref",
                    uses.location(),
                    "'" + text + "' names no version",
                    "add @ and a commit, or ./ for an action of this repository");
        }
    }

    /** Scripts that a step names by a path below the repository; what it makes or fetches itself is not known here. */
    private void scripts(YamlNode run) {
        String text = Nodes.text(run).orElse("");
        Matcher matcher = SCRIPT.matcher(text);
        while (matcher.find()) {
            String path = matcher.group(1);
            String top = path.substring(0, path.indexOf('/'));
            if (List.of("scripts", "script", "bin", "ci", ".github", "tools", "hack")
                            .contains(top)
                    && !Paths.isFile(files, path)) {
                report.add(
                        "missing-script",
                        line(run, text, matcher.start(1)),
                        "'" + path + "' is not in the repository",
                        "add it, or correct the path");
            }
        }
    }

    /** The line of a place in a text; a block text begins below the line of its indicator. */
    private static Location line(YamlNode node, String text, int at) {
        boolean block = text.contains("\n") && node instanceof YamlNode.Scalar scalar && !scalar.plain();
        int below = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int line = node.location().line() + (block ? 1 + below : 0);
        return Location.of(node.location().source(), line);
    }
}
