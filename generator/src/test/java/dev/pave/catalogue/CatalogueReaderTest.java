package dev.pave.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.catalogue.CatalogueReader.Document;
import dev.pave.problem.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    @Test
    void anEntryIsReadWithAllItsKeys() {
        Catalogue catalogue = read("""
                - id: unit-test-coverage
                  title: Unit test coverage
                  area: quality
                  recognise: [test coverage]
                  recognise-exactly: [COVERAGE]
                  figure: {unit: percent, strictest: highest}
                  stance: target
                  because: only people can
                """, "[]", "[]");

        Practice practice = catalogue.practice("unit-test-coverage").orElseThrow();
        assertThat(practice.title()).isEqualTo("Unit test coverage");
        assertThat(practice.area()).isEqualTo("quality");
        assertThat(practice.recognise()).isEqualTo(new Phrases(List.of("test coverage"), List.of("COVERAGE")));
        assertThat(practice.figure()).contains(new FigureRule(Unit.PERCENT, FigureRule.Strictest.HIGHEST));
        assertThat(practice.stance()).isEqualTo(Stance.TARGET);
        assertThat(practice.because()).contains("only people can");
    }

    @Test
    void thePracticeIsGeneratedUnlessItSaysOtherwise() {
        Catalogue catalogue = read("[{id: a, title: A, recognise: [a]}]", "[]", "[]");

        assertThat(catalogue.practice("a").orElseThrow().stance()).isEqualTo(Stance.GENERATED);
        assertThat(catalogue.practice("b")).isEmpty();
        assertThat(catalogue.practice("not an id")).isEmpty();
    }

    @Test
    void allFaultsOfAllFilesAreReportedTogether() {
        List<String> problems = problems("""
                - id: a
                  title: A
                  recognize: [a]
                - id: a
                  title: A again
                  recognise: ["!"]
                  stance: documented
                - id: Not An Id
                  recognise: text
                  stance: generate
                  figure: {unit: percents, strictest: highest}
                """, """
                - id: t
                  title: T
                  recognise: [t]
                """, """
                - id: c
                  stated: aa
                  must-be: equal
                  downtime-of: a
                  says: x
                - {id: d, paths: /api/, first-segment: "(", says: x}
                """);

        assertThat(problems)
                .contains(
                        "practices:3:3: unknown key 'recognize'",
                        "practices:4:7: 'a' is given twice",
                        "practices:6:15: a phrase has at least one word",
                        "practices:4:3: the stance 'documented' needs a reason",
                        "practices:8:7: 'Not An Id' is not an id",
                        "practices:9:14: 'recognise' is a list of phrases, and this is a text",
                        "practices:10:11: unknown stance 'generate'",
                        "practices:11:18: unknown unit 'percents'",
                        "technologies:1:3: 'kind' is missing",
                        "contradictions:2:11: unknown practice 'aa'");
        assertThat(problems).anyMatch(problem -> problem.startsWith("contradictions:6:40: not a pattern"));
    }

    @Test
    void aMisspeltKeyGetsTheNearestOneAsRemedy() {
        InvalidInput invalid =
                catchThrowableOfType(InvalidInput.class, () -> read("[{id: a, title: A, recognize: [a]}]", "[]", "[]"));

        assertThat(invalid.problems())
                .filteredOn(problem -> problem.code().equals("unknown-key"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).startsWith("did you mean 'recognise'?"));
    }

    @Test
    void aFileThatIsNoListIsAProblem() {
        assertThat(problems("a: b", "text", "[x]"))
                .containsExactly(
                        "contradictions:1:2: an entry is a mapping, and this is a text",
                        "practices:1:1: a catalogue is a list, and this is a mapping",
                        "technologies:1:1: a catalogue is a list, and this is a text");
    }

    @Test
    void theProjectsOwnCatalogueHasNoFault() {
        assertThat(TestCatalogue.bundled().practices()).hasSizeGreaterThan(200);
    }

    private static Catalogue read(String practices, String technologies, String contradictions) {
        return CatalogueReader.parse(
                new Document("practices", practices),
                new Document("technologies", technologies),
                new Document("contradictions", contradictions));
    }

    private static List<String> problems(String practices, String technologies, String contradictions) {
        InvalidInput invalid =
                catchThrowableOfType(InvalidInput.class, () -> read(practices, technologies, contradictions));
        return invalid.problems().stream()
                .map(problem -> problem.location() + ": " + problem.message())
                .toList();
    }
}
