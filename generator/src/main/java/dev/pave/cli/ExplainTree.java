package dev.pave.cli;

import dev.pave.catalogue.Rule;
import dev.pave.lifecycle.ExplainedFile;
import dev.pave.lifecycle.ExplainedFile.Block;
import dev.pave.lifecycle.ExplainedFile.Line;
import dev.pave.lifecycle.ExplainedFile.Removed;
import dev.pave.lifecycle.ExplainedPractice;
import dev.pave.lifecycle.ExplainedPractice.Change;
import dev.pave.lifecycle.ExplainedPractice.Place;
import dev.pave.lifecycle.Explanation;
import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import dev.pave.problem.Location;
import dev.pave.render.Coverage;
import dev.pave.render.Coverage.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The answers of {@code pave explain} for programs. */
final class ExplainTree {

    private ExplainTree() {}

    static Map<String, Object> notGenerated(String path, Optional<String> nearest) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", path);
        tree.put("generated", false);
        nearest.ifPresent(near -> tree.put("nearest", near));
        return tree;
    }

    /** @param line the only line to tell of; empty for all */
    static Map<String, Object> file(ExplainedFile file, Optional<Integer> line, Plan plan) {
        List<Line> lines = file.lines().stream()
                .filter(one -> line.isEmpty() || line.get() == one.number())
                .toList();
        List<Block> blocks = line.isEmpty() ? file.blocks() : lines.get(0).blocks();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", file.path());
        tree.put("generated", true);
        tree.put("state", word(file.state()));
        tree.put("binary", file.binary());
        tree.put(
                "owner",
                Map.of(
                        "kind",
                        file.onGoldenPath() ? "golden-path" : "feature",
                        "id",
                        file.owner().id(),
                        "title",
                        file.owner().title()));
        file.template().ifPresent(template -> tree.put("template", template));
        tree.put("lines", lines.stream().map(ExplainTree::line).toList());
        if (line.isEmpty()) {
            tree.put(
                    "removed", file.removed().stream().map(ExplainTree::removed).toList());
        }
        Map<String, Object> practices = new TreeMap<>();
        blocks.forEach(block -> practices.put(block.practice().id(), practice(block.practice(), plan)));
        tree.put("practices", practices);
        return tree;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("number", line.number());
        tree.put("text", line.text());
        tree.put("changed", line.changed());
        tree.put("blocks", line.blocks().stream().map(ExplainTree::block).toList());
        return tree;
    }

    private static Map<String, Object> block(Block block) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("practice", block.practice().id());
        tree.put("template", place(block.region().template()));
        return tree;
    }

    private static Map<String, Object> removed(Removed removed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("before", removed.before());
        tree.put("count", removed.count());
        tree.put("blocks", removed.blocks().stream().map(ExplainTree::block).toList());
        return tree;
    }

    static Map<String, Object> practice(ExplainedPractice explained, Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", explained.practice().id());
        tree.putAll(practice(explained.practice(), plan));
        tree.put("status", explained.status().map(ExplainTree::word).orElse("not-asked-for"));
        tree.put("rules", explained.rules().stream().map(ExplainTree::rule).toList());
        tree.put("seenToFail", explained.seenToFail());
        tree.put("places", explained.places().stream().map(ExplainTree::place).toList());
        return tree;
    }

    private static Map<String, Object> practice(PracticeStatus practice, Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", practice.practice().title());
        tree.put("area", practice.practice().area());
        tree.put("stance", practice.practice().stance().written());
        practice.practice().because().ifPresent(because -> tree.put("because", because));
        practice.figure().ifPresent(figure -> tree.put("figure", figure.display()));
        tree.put(
                "askedForBy",
                Reasons.of(practice, plan).stream()
                        .map(asking -> Map.of("place", asking.place(), "says", asking.says()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        tree.put("says", rule.says());
        tree.put("stated", place(rule.location()));
        return tree;
    }

    private static Map<String, Object> place(Place place) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", place.path());
        if (place.change() != Change.GONE) {
            tree.put("first", place.first());
            tree.put("last", place.last());
        }
        tree.put("state", word(place.change()));
        tree.put("template", place(place.region().template()));
        return tree;
    }

    static Map<String, Object> coverage(Explanation explanation) {
        Coverage coverage = explanation.coverage();
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            tree.put(word(status), coverage.count(status));
        }
        Map<String, Map<String, Long>> areas = new TreeMap<>();
        coverage.practices()
                .forEach(entry -> areas.computeIfAbsent(
                                entry.practice().practice().area(), area -> new TreeMap<>())
                        .merge(word(entry.status()), 1L, Long::sum));
        tree.put("areas", areas);
        return tree;
    }

    private static String place(Location location) {
        return location.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
