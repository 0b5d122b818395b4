package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pave.catalogue.Proofs;
import dev.pave.catalogue.Rule;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.render.Region;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Verdict;
import dev.pave.verify.rule.Asked;
import dev.pave.verify.rule.RuleRunner;
import dev.pave.verify.sql.SqlDatabase;
import dev.pave.verify.sql.SqlQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every practice that has lines in a repository has a rule, and the rule was seen to fail where the repository is rendered as if nobody had asked for the
 * practice. No rule of another practice fails then, unless it says that it {@code needs} this one.
 *
 * <p>While writing rules: {@code -Dpave.proof=PRACTICE,PRACTICE} proves these only, {@code -Dpave.proof=PART} those whose rules this part states.
 */
class ProofTest {

    private static final Path DESCRIPTION = Bundled.PROJECT.resolve("examples/student-records/pave.yaml");
    private static final Set<String> CHOSEN = Stream.of(
                    System.getProperty("pave.proof", "").split(","))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());

    private static final SqlDatabase DATABASE = new SqlDatabase();

    private static final String PROOFS_HEAD = """
            # Rules that were seen to fail when the repository was rendered as if nobody had asked for their practice. ProofTest writes this file:
            # mvn test -Dtest=ProofTest -Dpave.docs=write
            """;
    private static final SortedMap<String, List<String>> PROVED = new TreeMap<>();

    private static Generator generator;
    private static String text;
    private static ServiceDescription description;
    private static Generated whole;
    private static RuleRunner runner;
    private static Asked asked;

    @BeforeAll
    static void renderTheWhole() throws IOException {
        generator = Bundled.generator();
        text = Files.readString(DESCRIPTION);
        description = new ServiceDescriptionReader().read(DESCRIPTION.toString(), text);
        whole = generator.generate(description, text);
        runner = new RuleRunner(whole.plan().templates().rules(), new SqlQueries(DATABASE));
        asked = Asked.of(whole.plan(), whole.rendering());
    }

    @AfterAll
    static void stopTheDatabase() {
        DATABASE.close();
    }

    /** {@code pave explain --practice} tells users what was proved: the file must say no more and no less. */
    @AfterAll
    static void whatWasProvedIsWrittenDown() throws IOException {
        if (!CHOSEN.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(PROOFS_HEAD + whole.plan().path().id() + ":\n");
        PROVED.forEach((practice, rules) -> text.append("  ")
                .append(practice)
                .append(": [")
                .append(String.join(", ", rules))
                .append("]\n"));
        Path file = Bundled.PROJECT.resolve("templates").resolve(Proofs.FILE);
        if ("write".equals(System.getProperty("pave.docs"))) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("mvn test -Dtest=ProofTest -Dpave.docs=write writes it anew")
                .hasContent(text.toString());
    }

    @Test
    void noRuleFindsFaultWithTheExample() {
        assertThat(runner.run(RepositoryFiles.of(whole.rendering()), asked).findings())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> rulesFailWithoutTheirPractice() {
        return withRegions().stream()
                .filter(ProofTest::isChosen)
                .map(practice -> dynamicTest(practice, () -> prove(practice)));
    }

    private static SortedSet<String> withRegions() {
        return whole.rendering().files().stream()
                .flatMap(file -> file.regions().stream())
                .map(Region::practice)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Rule> rules(String practice) {
        return whole.plan().templates().rules().stream()
                .filter(rule -> rule.practice().equals(practice))
                .toList();
    }

    private static boolean isChosen(String practice) {
        return CHOSEN.isEmpty()
                || CHOSEN.contains(practice)
                || rules(practice).stream().anyMatch(rule -> CHOSEN.contains(rule.part()));
    }

    private static void prove(String practice) {
        assertThat(rules(practice)).as("rules of " + practice).isNotEmpty();
        RepositoryFiles without = RepositoryFiles.of(
                generator.generateWithout(practice, description, text).rendering());
        RuleRunner.Result result = runner.run(without, asked);
        PROVED.put(
                practice,
                result.findings().stream()
                        .filter(finding -> finding.practice().orElseThrow().equals(practice))
                        .map(Finding::rule)
                        .distinct()
                        .sorted()
                        .toList());
        List<String> others = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (!finding.practice().orElseThrow().equals(practice)
                    && runner.run(without, without(practice)).findings().contains(finding)) {
                others.add(finding.rule() + " at " + finding.place() + ": " + finding.message());
            }
        }
        assertThat(result.practices())
                .as("its rules fail where the practice is left out")
                .containsEntry(practice, Verdict.FAILS);
        assertThat(others)
                .as("rules of other practices that fail without " + practice + "; a reason is 'needs: [" + practice
                        + "]'")
                .isEmpty();
    }

    /** What is asked where nobody asks for the practice; rules that need it are then silent. */
    private static Asked without(String practice) {
        SortedMap<String, Double> practices = new TreeMap<>(asked.practices());
        practices.remove(practice);
        return new Asked(practices, asked.parts(), asked.path());
    }
}
