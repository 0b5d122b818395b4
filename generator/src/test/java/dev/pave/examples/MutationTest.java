package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pave.lifecycle.Generator.Generated;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.rule.Asked;
import dev.pave.verify.rule.Queries;
import dev.pave.verify.rule.RuleRunner;
import dev.pave.verify.sql.SqlDatabase;
import dev.pave.verify.sql.SqlQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Mistakes that people make, one by one, in a fresh repository: each is reported, by a rule of the practice that it breaks, and by no other practice's.
 * The mistakes are in tables, one for each kind of artifact: {@code src/test/resources/mutations}.
 *
 * <p>While writing one: {@code -Dpave.mutations=kubernetes} takes one table only.
 */
class MutationTest {

    private static final Path TABLES = Path.of("src/test/resources/mutations");
    private static final String CHOSEN = System.getProperty("pave.mutations", "");

    private static final SqlDatabase DATABASE = new SqlDatabase();

    private static RuleRunner runner;

    /** Does not ask the database, which only migrations change. */
    private static RuleRunner quick;

    private static Asked asked;
    private static RepositoryFiles whole;
    private static List<Finding> known;

    @BeforeAll
    static void renderTheWhole() {
        Generated generated = Bundled.generate(Bundled.PROJECT.resolve("examples/student-records/pave.yaml"));
        runner = new RuleRunner(generated.plan().templates().rules(), new SqlQueries(DATABASE));
        quick = new RuleRunner(generated.plan().templates().rules(), Queries.none());
        asked = Asked.of(generated.plan(), generated.rendering());
        whole = RepositoryFiles.of(generated.rendering());
        known = runner.run(whole, asked).findings();
    }

    @AfterAll
    static void stopTheDatabase() {
        DATABASE.close();
    }

    @TestFactory
    Stream<DynamicContainer> mistakesAreReportedByTheRightPractice() throws IOException {
        try (Stream<Path> tables = Files.list(TABLES)) {
            List<DynamicContainer> kinds = tables.filter(table -> name(table).contains(CHOSEN))
                    .sorted()
                    .map(table -> dynamicContainer(
                            name(table),
                            Mutation.table(table).stream().map(one -> dynamicTest(one.name(), () -> isReported(one)))))
                    .toList();
            assertThat(kinds).isNotEmpty();
            return kinds.stream();
        }
    }

    private static String name(Path table) {
        return String.valueOf(table.getFileName());
    }

    private static void isReported(Mutation mutation) {
        RuleRunner judge = mutation.file().endsWith(".sql") ? runner : quick;
        List<Finding> found = judge.run(mutation.applyTo(whole), asked).findings().stream()
                .filter(finding -> known.stream().noneMatch(old -> isSame(old, finding)))
                .toList();

        assertThat(found).extracting(Finding::rule).contains(mutation.rule());
        assertThat(found).allSatisfy(finding -> assertThat(finding.practice()).contains(mutation.practice()));
    }

    /** Lines move with a mutation. */
    private static boolean isSame(Finding one, Finding other) {
        return one.rule().equals(other.rule())
                && one.place().source().equals(other.place().source())
                && one.message().equals(other.message());
    }
}
