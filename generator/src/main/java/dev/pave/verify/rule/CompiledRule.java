package dev.pave.verify.rule;

import com.jayway.jsonpath.InvalidPathException;
import dev.pave.catalogue.Rule;
import dev.pave.catalogue.Rule.Expect;
import dev.pave.plan.Glob;
import dev.pave.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A rule of the kind {@code expect} whose expressions are read. */
final class CompiledRule {

    private final Rule rule;
    private final Expect check;
    private final Selection each;
    private final Optional<Expression> when;
    private final Expression expect;

    private CompiledRule(Rule rule, Expect check, Selection each, Optional<Expression> when, Expression expect) {
        this.rule = rule;
        this.check = check;
        this.each = each;
        this.when = when;
        this.expect = expect;
    }

    /** @return empty where an expression cannot be read, which is a problem then */
    static Optional<CompiledRule> of(Rule rule, Expect check, Problems problems) {
        try {
            Selection each = new Selection(check.subject().each().orElse("$"));
            Optional<Expression> when = check.subject().when().isPresent()
                    ? Optional.of(Expression.compile(check.subject().when().get()))
                    : Optional.empty();
            return Optional.of(new CompiledRule(rule, check, each, when, Expression.compile(check.expect())));
        } catch (InvalidPathException e) {
            broken(rule, "'each' is no JSONPath: " + e.getMessage(), problems);
        } catch (Expression.Unanswered e) {
            broken(rule, String.valueOf(e.getMessage()), problems);
        }
        return Optional.empty();
    }

    private static void broken(Rule rule, String message, Problems problems) {
        problems.add("rule", rule.location(), "rule " + rule.id() + ": " + message, "");
    }

    Rule rule() {
        return rule;
    }

    Expect check() {
        return check;
    }

    Selection each() {
        return each;
    }

    Optional<Expression> when() {
        return when;
    }

    Expression expect() {
        return expect;
    }

    /** Whether an answer depends on which other files there are. */
    boolean looksAtOtherFiles() {
        return (check.expect() + check.subject().when().orElse("")).contains("files");
    }

    /** Those of the paths that the patterns mean. */
    static List<String> matching(List<String> patterns, SortedSet<String> paths) {
        List<Glob> wanted =
                patterns.stream().filter(p -> !p.startsWith("!")).map(Glob::new).toList();
        List<Glob> unwanted = patterns.stream()
                .filter(p -> p.startsWith("!"))
                .map(p -> new Glob(p.substring(1)))
                .toList();
        return paths.stream()
                .filter(path -> wanted.stream().anyMatch(glob -> glob.matches(path)))
                .filter(path -> unwanted.stream().noneMatch(glob -> glob.matches(path)))
                .toList();
    }
}
