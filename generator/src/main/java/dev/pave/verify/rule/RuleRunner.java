package dev.pave.verify.rule;

import dev.pave.catalogue.Rule;
import dev.pave.catalogue.Rule.Artifact;
import dev.pave.catalogue.Rule.Exists;
import dev.pave.catalogue.Rule.Expect;
import dev.pave.catalogue.Rule.Query;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges repositories by rules. Remembers what it read and what it answered, so that many repositories that differ in a few files are judged quickly.
 * Not for several threads.
 */
public final class RuleRunner {

    /** As many findings of one rule tell as much as all. */
    private static final int MOST_FINDINGS = 50;

    /** Where a finding is that no single file has. */
    private static final String REPOSITORY = ".";

    private final List<Rule> rules;
    private final Map<String, CompiledRule> compiled = new HashMap<>();
    private final Queries queries;
    private final Documents documents = new Documents();
    private final Map<Judged, Answer> answers = new HashMap<>();

    /** Of the repository that is judged now: many rules look at the same file. */
    private final Map<String, Optional<Documents.Content>> contents = new HashMap<>();

    /**
     * Reads the expressions of all rules.
     *
     * @throws InvalidInput with all expressions that cannot be read
     */
    public RuleRunner(List<Rule> rules, Queries queries) {
        this.rules = List.copyOf(rules);
        this.queries = queries;
        Problems problems = new Problems();
        for (Rule rule : rules) {
            if (rule.check() instanceof Expect expect) {
                CompiledRule.of(rule, expect, problems).ifPresent(one -> compiled.put(rule.id(), one));
            }
        }
        problems.throwIfAny();
    }

    /**
     * What the rules found.
     *
     * @param findings sorted
     * @param practices the practices that were asked for and have a rule, by id
     */
    public record Result(List<Finding> findings, SortedMap<String, Verdict> practices) {}

    /** A file as a rule judged it. */
    private record Judged(String rule, String path, String digest, double figure) {}

    /** How the matches of a file fared. */
    private record Answer(int good, List<Finding> bad) {}

    /** Judges one repository. */
    public Result run(RepositoryFiles files, Asked asked) {
        contents.clear();
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, Verdict> practices = new TreeMap<>();
        for (Rule rule : rules) {
            if (!asked.parts().contains(rule.part())
                    || !asked.practices().containsKey(rule.practice())
                    || !asked.practices().keySet().containsAll(rule.needs())) {
                continue;
            }
            Answer answer = answer(rule, files, asked);
            findings.addAll(answer.bad());
            practices.merge(rule.practice(), verdict(answer), RuleRunner::worse);
        }
        return new Result(findings.stream().sorted().toList(), practices);
    }

    private static Verdict verdict(Answer answer) {
        if (!answer.bad().isEmpty()) {
            return Verdict.FAILS;
        }
        return answer.good() > 0 ? Verdict.HOLDS : Verdict.CANNOT_BE_JUDGED;
    }

    private static Verdict worse(Verdict one, Verdict other) {
        if (one == Verdict.FAILS || other == Verdict.FAILS) {
            return Verdict.FAILS;
        }
        return one == Verdict.HOLDS ? one : other;
    }

    private Answer answer(Rule rule, RepositoryFiles files, Asked asked) {
        if (rule.check() instanceof Exists exists) {
            return exists(rule, exists, files);
        }
        if (rule.check() instanceof Query query) {
            return query(rule, query, files);
        }
        CompiledRule one = compiled.get(rule.id());
        return one.check().some() ? some(one, files, asked) : all(one, files, asked);
    }

    private static Answer exists(Rule rule, Exists exists, RepositoryFiles files) {
        List<Finding> missing = exists.patterns().stream()
                .filter(pattern ->
                        CompiledRule.matching(List.of(pattern), files.paths()).isEmpty())
                .map(pattern -> missing(rule, pattern))
                .toList();
        return new Answer(exists.patterns().size() - missing.size(), missing);
    }

    /** A pattern is no file: the whole repository lacks what it means. */
    private static Finding missing(Rule rule, String pattern) {
        return pattern.contains("*")
                ? finding(rule, Location.of(REPOSITORY), "no " + pattern)
                : finding(rule, Location.of(pattern), "");
    }

    private Answer query(Rule rule, Query query, RepositoryFiles files) {
        if (CompiledRule.matching(query.files(), files.paths()).isEmpty()) {
            return new Answer(0, List.of());
        }
        return queries.rows(files, query.files(), query.sql())
                .map(rows -> new Answer(
                        1,
                        rows.stream()
                                .limit(MOST_FINDINGS)
                                .map(row -> finding(rule, row.place(), row.object()))
                                .toList()))
                .orElse(new Answer(0, List.of()));
    }

    private Answer all(CompiledRule rule, RepositoryFiles files, Asked asked) {
        int good = 0;
        List<Finding> bad = new ArrayList<>();
        for (String path : subjects(rule, files)) {
            Answer answer = judge(rule, path, files, asked);
            good += answer.good();
            bad.addAll(answer.bad());
        }
        return new Answer(good, bad.subList(0, Math.min(bad.size(), MOST_FINDINGS)));
    }

    /** One finding for all files together, where none of their matches fulfils the rule: at the first that had one; the repository lacks it where none had. */
    private Answer some(CompiledRule rule, RepositoryFiles files, Asked asked) {
        int good = 0;
        Optional<String> place = Optional.empty();
        List<String> paths = subjects(rule, files);
        for (String path : paths) {
            Answer answer = judge(rule, path, files, asked);
            good += answer.good();
            if (place.isEmpty() && !answer.bad().isEmpty()) {
                place = Optional.of(path);
            }
        }
        List<Finding> bad = good > 0 || paths.isEmpty()
                ? List.of()
                : List.of(finding(
                        rule.rule(), Location.of(place.orElse(paths.size() == 1 ? paths.get(0) : REPOSITORY)), ""));
        return new Answer(good, bad);
    }

    private static List<String> subjects(CompiledRule rule, RepositoryFiles files) {
        List<String> paths = CompiledRule.matching(rule.check().subject().files(), files.paths());
        boolean once = rule.check().subject().artifact() == Artifact.FILES;
        return once && !paths.isEmpty() ? paths.subList(0, 1) : paths;
    }

    private Answer judge(CompiledRule rule, String path, RepositoryFiles files, Asked asked) {
        Optional<Documents.Content> content = contents.computeIfAbsent(path, one -> Documents.content(files, one));
        if (content.isEmpty()) {
            return new Answer(0, List.of());
        }
        double figure = asked.practices().getOrDefault(rule.rule().practice(), 0.0);
        if (rule.looksAtOtherFiles()) {
            return judge(rule, path, content.get(), files, asked, figure);
        }
        Judged key = new Judged(rule.rule().id(), path, content.get().digest(), figure);
        Answer known = answers.get(key);
        if (known == null) {
            known = judge(rule, path, content.get(), files, asked, figure);
            answers.put(key, known);
        }
        return known;
    }

    private Answer judge(
            CompiledRule rule,
            String path,
            Documents.Content content,
            RepositoryFiles files,
            Asked asked,
            double figure) {
        int good = 0;
        List<Finding> bad = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("file", path);
        variables.put("files", List.copyOf(files.paths()));
        variables.put("figure", figure);
        variables.put("path", asked.path());
        for (Node document : documents.of(path, content, rule.check().subject().artifact())) {
            variables.put("doc", document.value());
            for (Node match : rule.each().of(document)) {
                variables.put("it", match.value());
                if (!isLookedAt(rule, variables)) {
                    continue;
                }
                try {
                    if (rule.expect().holds(variables)) {
                        good++;
                    } else {
                        bad.add(finding(rule.rule(), Location.of(path, match.line()), ""));
                    }
                } catch (Expression.Unanswered e) {
                    bad.add(finding(rule.rule(), Location.of(path, match.line()), "not judged: " + e.getMessage()));
                }
            }
        }
        return new Answer(good, bad);
    }

    /** A document that is not of the shape the condition speaks of is not what the rule is about. */
    private static boolean isLookedAt(CompiledRule rule, Map<String, Object> variables) {
        try {
            return rule.when().isEmpty() || rule.when().get().holds(variables);
        } catch (Expression.Unanswered e) {
            return false;
        }
    }

    private static Finding finding(Rule rule, Location place, String detail) {
        String message = detail.isEmpty() ? rule.says() : rule.says() + ": " + detail;
        return new Finding(rule.id(), Optional.of(rule.practice()), place, message, rule.remedy());
    }
}
