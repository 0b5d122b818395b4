package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pave.catalogue.Rule;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Verdict;
import dev.pave.verify.rule.Asked;
import dev.pave.verify.rule.Queries;
import dev.pave.verify.rule.RuleRunner;
import dev.pave.verify.sql.FlywayValidator;
import dev.pave.verify.sql.SqlDatabase;
import dev.pave.verify.sql.SqlQueries;
import dev.pave.verify.validate.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Mistakes that people make, one by one, in a fresh repository: each is reported, by a rule of the practice that it breaks, and by no other practice's;
 * or, where it is wrong whatever anybody asks for, by a validator, and by no rule. The mistakes are in tables, one for each kind of artifact:
 * {@code src/test/resources/mutations}.
 *
 * <p>While writing one: {@code -Dpave.mutations=kubernetes} takes one table only.
 */
class MutationTest {

    private static final Path TABLES = Path.of("src/test/resources/mutations");
    private static final String CHOSEN = System.getProperty("pave.mutations", "");

    private static final SqlDatabase DATABASE = new SqlDatabase();

    private static List<Rule> rules;
    private static RuleRunner runner;

    /** Does not ask the database, which only migrations change. */
    private static RuleRunner quick;

    private static Asked asked;
    private static RepositoryFiles whole;
    private static List<Finding> known;

    @BeforeAll
    static void renderTheWhole() {
        Generated generated = Bundled.generate(Bundled.PROJECT.resolve("examples/student-records/pave.yaml"));
        rules = generated.plan().templates().rules();
        runner = new RuleRunner(rules, new SqlQueries(DATABASE));
        quick = new RuleRunner(rules, Queries.none());
        asked = Asked.of(generated.plan(), generated.rendering());
        whole = RepositoryFiles.of(generated.rendering());
        known = runner.run(whole, asked).findings();
    }

    @AfterAll
    static void stopTheDatabase() {
        DATABASE.close();
    }

    @TestFactory
    Stream<DynamicContainer> mistakesAreReported() {
        List<DynamicContainer> kinds = tables().filter(table -> name(table).contains(CHOSEN))
                .map(table -> dynamicContainer(
                        name(table),
                        Mutation.table(table).stream().map(one -> dynamicTest(one.name(), () -> isReported(one)))))
                .toList();
        assertThat(kinds).isNotEmpty();
        return kinds.stream();
    }

    /** A rule that has nothing to look at says nothing, and nobody would notice that it looks in the wrong place. */
    @Test
    void everyRuleHasSomethingToLookAtOrIsBrokenByAMistake() {
        Set<String> broken = tables().flatMap(table -> Mutation.table(table).stream())
                .map(Mutation::rule)
                .collect(Collectors.toSet());
        Queries queries = new SqlQueries(DATABASE);

        assertThat(rules)
                .filteredOn(rule -> !broken.contains(rule.id()))
                .filteredOn(rule -> isSilent(rule, queries))
                .extracting(Rule::id)
                .isEmpty();
    }

    private static boolean isSilent(Rule rule, Queries queries) {
        SortedMap<String, Verdict> judged =
                new RuleRunner(List.of(rule), queries).run(whole, asked).practices();
        return judged.getOrDefault(rule.practice(), Verdict.CANNOT_BE_JUDGED) == Verdict.CANNOT_BE_JUDGED;
    }

    private static Stream<Path> tables() {
        try (Stream<Path> tables = Files.list(TABLES)) {
            return tables.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path table) {
        return String.valueOf(table.getFileName());
    }

    private static void isReported(Mutation mutation) {
        RepositoryFiles mistaken = mutation.applyTo(whole);
        List<Finding> found = byRules(mutation, mistaken);
        if (rules.stream().anyMatch(rule -> rule.id().equals(mutation.rule()))) {
            assertThat(found).extracting(Finding::rule).contains(mutation.rule());
            assertThat(found)
                    .allSatisfy(finding -> assertThat(finding.practice()).contains(mutation.practice()));
        } else {
            assertThat(found).isEmpty();
            assertThat(byValidators(mistaken)).extracting(Finding::rule).containsOnly(mutation.rule());
        }
    }

    private static List<Finding> byRules(Mutation mutation, RepositoryFiles mistaken) {
        RuleRunner judge = mutation.file().endsWith(".sql") ? runner : quick;
        return judge.run(mistaken, asked).findings().stream()
                .filter(finding -> known.stream().noneMatch(old -> isSame(old, finding)))
                .toList();
    }

    /** Nothing that they find is known: they have nothing against a fresh repository. */
    private static List<Finding> byValidators(RepositoryFiles mistaken) {
        return Stream.concat(Validators.all().stream(), Stream.of(new FlywayValidator(DATABASE)))
                .flatMap(validator -> validator.validate(mistaken).stream())
                .toList();
    }

    /** Lines move with a mutation. */
    private static boolean isSame(Finding one, Finding other) {
        return one.rule().equals(other.rule())
                && one.place().source().equals(other.place().source())
                && one.message().equals(other.message());
    }
}
