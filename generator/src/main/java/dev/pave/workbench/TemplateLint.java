package dev.pave.workbench;

import dev.pave.catalogue.Catalogue;
import dev.pave.catalogue.Feature;
import dev.pave.catalogue.FileRule;
import dev.pave.catalogue.Rule;
import dev.pave.catalogue.TemplateTree;
import dev.pave.catalogue.Templates;
import dev.pave.lifecycle.Knowledge;
import dev.pave.plan.Glob;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.render.TemplateSyntax;
import dev.pave.verify.rule.Queries;
import dev.pave.verify.rule.RuleRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at a template root as a whole: manifests, rules, templates, macros and versions, and whether they know each other. */
public final class TemplateLint {

    private final TemplateTree tree;
    private final Problems problems = new Problems();

    private TemplateLint(TemplateTree tree) {
        this.tree = tree;
    }

    /** All that is wrong with a template root, sorted by place; empty where nothing is. */
    public static List<Problem> lint(TemplateTree tree) {
        TemplateLint lint = new TemplateLint(tree);
        lint.all();
        return lint.problems.list();
    }

    private void all() {
        new ManifestSchemas(tree, problems).validate();
        TemplateSyntax.problems(tree).forEach(problems::add);
        Optional<Catalogue> catalogue = collecting(() -> Knowledge.catalogue(tree));
        Optional<Templates> templates = collecting(() -> Templates.read(tree));
        if (catalogue.isEmpty() || templates.isEmpty()) {
            return; // what follows would only repeat what is wrong in another form
        }
        Set<String> practices = catalogue.get().practices().keySet().stream()
                .map(id -> id.value())
                .collect(Collectors.toCollection(TreeSet::new));
        collecting(() -> new RuleRunner(templates.get().rules(), Queries.none()));
        List<Feature> parts = new ArrayList<>(templates.get().features().values());
        templates.get().goldenPaths().values().forEach(path -> parts.add(path.part()));
        References references = References.of(tree);
        new ReferenceLint(tree, templates.get(), practices, references, problems).all();
        rules(templates.get().rules(), practices, parts, references);
        for (Feature part : parts) {
            fileRules(part);
            strays(part);
        }
    }

    private <T> Optional<T> collecting(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput e) {
            e.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    private void rules(List<Rule> rules, Set<String> practices, List<Feature> parts, References references) {
        SortedSet<String> ruled = new TreeSet<>();
        for (Rule rule : rules) {
            ruled.add(rule.practice());
            List<String> named = new ArrayList<>(rule.needs());
            named.add(rule.practice());
            named.stream()
                    .filter(id -> !practices.contains(id))
                    .forEach(id -> problems.add(
                            "unknown-practice",
                            rule.location(),
                            "the catalogue has no practice '" + id + "'",
                            Suggestion.remedy(id, practices)));
        }
        withLines(parts, references).forEach((practice, place) -> {
            if (practices.contains(practice) && !ruled.contains(practice)) {
                problems.add(
                        "no-rule",
                        place,
                        "practice '" + practice + "' has lines, and no rule that would miss them",
                        "add a rule to the rules.yaml of the part that brings them; docs/writing-rules.md tells how");
            }
        });
    }

    /** Practices that have lines or whole files, each with the first place that says so. */
    private static SortedMap<String, Location> withLines(List<Feature> parts, References references) {
        SortedMap<String, Location> first = new TreeMap<>(references.regions());
        for (Feature part : parts) {
            for (FileRule file : part.fileRules()) {
                file.practices().forEach(id -> first.putIfAbsent(id, file.location()));
            }
        }
        return first;
    }

    private void fileRules(Feature part) {
        part.fileRules().stream()
                .filter(rule -> part.files().stream().noneMatch(new Glob(rule.match())::matches))
                .forEach(rule -> problems.add(
                        "file-rule",
                        rule.location(),
                        "no file matches '" + rule.match() + "'",
                        Suggestion.remedy(rule.match(), part.files())));
    }

    /** Files beside the manifest that nothing reads: a template outside {@code files/} is never rendered. */
    private void strays(Feature part) {
        tree.paths().stream()
                .filter(path -> path.startsWith(part.root() + "/"))
                .map(path -> path.substring(part.root().length() + 1))
                .filter(path -> !path.startsWith("files/"))
                .filter(path ->
                        !Set.of("feature.yaml", "path.yaml", "rules.yaml").contains(path))
                .forEach(path -> problems.add(
                        "unused-file",
                        Location.of(tree.sourceName(part.root() + "/" + path)),
                        "nothing reads this file",
                        "templates live in files/; shared macros in lib/"));
    }
}
