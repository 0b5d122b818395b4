package dev.pave.render;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.catalogue.Rule;
import dev.pave.testing.Generation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where each practice is follows from the lines that were rendered, and from nothing else. */
class CoverageTest {

    @Test
    void aPracticeWithLinesIsInForceAndOneWithoutIsNotYet() {
        assertThat(shown(asked("linting", "coverage").template("a.yaml", region("linting", "x"))))
                .containsExactly("coverage not yet []", "linting in force [a.yaml 1-1]");
    }

    @Test
    void aPracticeThatNobodyAsksForIsNotListed() {
        assertThat(shown(asked("linting").template("a.yaml", region("coverage", "x"))))
                .containsExactly("linting not yet []");
    }

    @Test
    void aPracticeOfAnotherStanceIsListedWithIt() {
        assertThat(shown(asked("runbook", "fast builds", "mainframe").template("a.md", region("runbook", "x"))))
                .containsExactly(
                        "fast-builds target []", "mainframe not applicable []", "runbook documented [a.md 1-1]");
    }

    @Test
    void practicesAreSortedByAreaThenById() {
        assertThat(asked("non-root", "linting", "multi-stage", "coverage")
                        .coverage()
                        .practices())
                .extracting(entry -> entry.practice().practice().area() + " "
                        + entry.practice().id())
                .containsExactly("container multi-stage", "container non-root", "tests coverage", "tests linting");
    }

    @Test
    void regionsThatTouchOrOverlapAreOnePlaceAndOthersAreNot() {
        assertThat(shown(asked("linting")
                        .template(
                                "a.yaml",
                                region("linting", "1\n2") + region("linting", "3") + "4\n" + region("linting", "5"))
                        .template("b.yaml", region("linting", "1\n" + region("linting", "2") + "3"))))
                .containsExactly("linting in force [a.yaml 1-3, a.yaml 5-5, b.yaml 1-3]");
    }

    @Test
    void theRulesOfAPracticeAreThoseOfThePartsThatAreIn() {
        Asked asked = asked("linting", "coverage");
        asked.generation
                .with("paths/service/rules.yaml", """
                        - {practice: linting, exists: lint.yaml, says: nothing lints}
                        - {practice: linting, id: linting/all, needs: [coverage], exists: all.yaml, says: not all is linted}
                        - {practice: linting, id: linting/ops, needs: [runbook], exists: ops.yaml, says: ops are not linted}
                        """)
                .with("features/other/feature.yaml", "id: other\ntitle: Other\nsummary: Not selected\n")
                .with(
                        "features/other/rules.yaml",
                        "- {practice: linting, id: linting/other, exists: x.yaml, says: x is not linted}\n");

        assertThat(asked.coverage().practices())
                .extracting(entry -> entry.practice().id()
                        + entry.rules().stream().map(Rule::id).toList())
                .containsExactly("coverage[]", "linting[linting, linting/all]");
    }

    @Test
    void theHeadlineSaysHowManyAreInForce() {
        assertThat(asked("linting", "coverage", "mainframe")
                        .template("a.yaml", region("linting", "x"))
                        .coverage()
                        .headline())
                .isEqualTo("1 of 2 generated practices are in force, 1 not yet");
    }

    @Test
    void aTemplateThatIsRenderedLastSeesWhereEachPracticeIs() {
        Asked asked = asked("linting", "coverage 80%");
        asked.generation
                .with("paths/service/path.yaml", """
                        id: service
                        title: Service
                        summary: S
                        files: [{match: A.md.ftl, after: all}]
                        """)
                .template("A.md", """
                        [#list coverage.practices as p]
                        [=p.id] [=p.status] [=p.figure] [#list p.sources as s][=s.persona] [=s.source]:[=s.line][/#list]\
                        [#list p.places as l] [=l.path] [=l.first]-[=l.last][/#list]
                        [/#list]
                        [=coverage.summary.inForce] of [=coverage.summary.generated]
                        """)
                .template("z.yaml", "a: 1\n" + region("linting", "x: 1"));

        assertThat(asked.generation.file("A.md")).isEqualTo("""
                coverage not yet 80 % p p.md:4
                linting in force  p p.md:3 z.yaml 2-2
                1 of 2
                """);
    }

    @Test
    void aTemplateThatIsNotRenderedLastDoesNotSeeIt() {
        assertThat(generate(MINIMAL)
                        .template("a.md", "[=coverage.summary.inForce]\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("null or missing: ==> coverage");
    }

    @Test
    void theStrictestFigureHoldsAndTheDefaultWhereNobodyGivesOne() {
        Generation generation = generate(MINIMAL).template("a.yaml", "at-least: [=figure(\"coverage\", 70)]\n");

        assertThat(generation.file("a.yaml")).isEqualTo("at-least: 70\n");
        generation.persona("a", "coverage 80%").persona("b", "coverage 90%").persona("c", "coverage");
        assertThat(generation.file("a.yaml")).isEqualTo("at-least: 90\n");
    }

    /** A generation with a persona who asks for something. */
    private record Asked(Generation generation) {

        Asked template(String target, String text) {
            generation.template(target, text);
            return this;
        }

        Coverage coverage() {
            return Coverage.of(generation.plan(), generation.rendering().files());
        }
    }

    private static Asked asked(String... bullets) {
        return new Asked(generate(MINIMAL).persona("p", bullets));
    }

    private static String region(String practice, String lines) {
        return "[@practice id=\"" + practice + "\"]\n" + lines + "\n[/@practice]\n";
    }

    private static List<String> shown(Asked asked) {
        return asked.coverage().practices().stream()
                .map(entry -> entry.practice().id() + " " + entry.status().words() + " "
                        + entry.places().stream()
                                .map(place -> place.path() + " " + place.first() + "-" + place.last())
                                .toList())
                .toList();
    }
}
