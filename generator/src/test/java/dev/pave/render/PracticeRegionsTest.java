package dev.pave.render;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Generation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PracticeRegionsTest {

    @Test
    void aBlockIsTheLinesBetweenItsTags() {
        assertThat(regions("""
                        FROM x
                        [@practice id="linting"]
                        RUN lint
                        RUN more
                        [/@practice]
                        CMD y
                        """)).containsExactly("linting 2-3");
    }

    @Test
    void theTagsLeaveNoLineBehind() {
        assertThat(asked("""
                        a
                        [@practice id="linting"]
                        b
                        [/@practice]
                        c
                        """).file("a.yaml")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void anInlineRegionIsItsLine() {
        assertThat(regions("a\nb [@practice id=\"linting\"]c[/@practice] d\ne\n"))
                .containsExactly("linting 2-2");
    }

    @Test
    void regionsNestAndTheOuterComesFirst() {
        assertThat(regions("""
                        [@practice id="linting"]
                        a
                        [@practice id="coverage"]
                        b
                        [/@practice]
                        c
                        [/@practice]
                        """)).containsExactly("linting 1-3", "coverage 2-2");
    }

    @Test
    void aRegionInAMacroIsWhereTheMacroIsCalled() {
        assertThat(regions("""
                        [#macro lint]
                        [@practice id="linting"]
                        lint
                        [/@practice]
                        [/#macro]
                        a
                        b
                        [@lint/]
                        c
                        [@lint/]
                        """)).containsExactly("linting 3-3", "linting 5-5");
    }

    @Test
    void aRegionInACapturedTextIsWhereTheTextIsPrinted() {
        assertThat(regions("""
                        [#assign text][@practice id="linting"]lint[/@practice][/#assign]
                        a
                        b
                        [=text]
                        """)).containsExactly("linting 3-3");
    }

    @Test
    void aCapturedTextThatIsNotPrintedIsNotThere() {
        assertThat(regions("[#assign text][@practice id=\"linting\"]lint[/@practice][/#assign]a\n"))
                .isEmpty();
    }

    @Test
    void aRegionInAListIsThereOnceForEachItem() {
        assertThat(regions("""
                        [#list ["a", "b"] as x]
                        - [=x]
                        [@practice id="linting"]
                          lint: [=x]
                        [/@practice]
                        [/#list]
                        """)).containsExactly("linting 2-2", "linting 4-4");
    }

    @Test
    void anEmptyBodyIsNowhere() {
        assertThat(regions("a\n[@practice id=\"linting\"]\n\n[/@practice]\nb [@practice id=\"linting\"/]\n"))
                .isEmpty();
    }

    @Test
    void blankLinesAtTheEdgesDoNotBelongToAPractice() {
        assertThat(regions("[@practice id=\"linting\"]\n\na\n\nb\n\n[/@practice]\nc\n"))
                .containsExactly("linting 2-4");
    }

    @Test
    void aPracticeThatIsNotInForceLeavesNoTrace() {
        RenderedFile file = generate(MINIMAL)
                .template("a.yaml", "a\n[@practice id=\"linting\"]\nlint: [=not.there]\n[/@practice]\nb\n")
                .rendered("a.yaml");

        assertThat(file.text()).isEqualTo("a\nb\n");
        assertThat(file.regions()).isEmpty();
    }

    @Test
    void aRegionSaysWhereTheTemplateAsksForIt() {
        assertThat(asked("a\n  [@practice id=\"linting\"]lint[/@practice]\n")
                        .rendered("a.yaml")
                        .regions())
                .singleElement()
                .extracting(region -> region.template().toString())
                .isEqualTo("templates/paths/service/files/a.yaml.ftl:2:3");
    }

    @Test
    void aRegionInAMacroOfTheLibrarySaysSo() {
        assertThat(asked("[#import \"/lib/lint.yaml.ftl\" as l][@l.lint/]\n")
                        .with("lib/lint.yaml.ftl", "[#macro lint][@practice id=\"linting\"]x[/@practice][/#macro]")
                        .rendered("a.yaml")
                        .regions())
                .singleElement()
                .extracting(region -> region.template().toString())
                .isEqualTo("templates/lib/lint.yaml.ftl:1:14");
    }

    @Test
    void anUnknownPracticeIsAnErrorWhereItIsAskedForEvenIfNoneIsInForce() {
        assertThat(generate(MINIMAL)
                        .template("a.yaml", "a\n  [@practice id=\"lintin\"]x[/@practice]\n")
                        .problems())
                .containsExactly("""
                        templates/paths/service/files/a.yaml.ftl:2:3: the catalogue has no practice 'lintin'
                          while rendering a.yaml""");
    }

    @Test
    void aPracticeWithoutAnIdIsAnError() {
        assertThat(asked("[@practice]x[/@practice]\n").problems())
                .singleElement()
                .asString()
                .startsWith(
                        "templates/paths/service/files/a.yaml.ftl:1:1: [@practice] takes one parameter: id, a text");
    }

    @Test
    void aWholeFileBelongsToThePracticesOfItsRule() {
        Generation generation = asked("a\nb\n")
                .with("paths/service/path.yaml", """
                        id: service
                        title: Service
                        summary: S
                        files: [{match: "*.cfg*", practices: [linting, coverage, non-root]}]
                        """)
                .with("paths/service/files/copied.cfg", "1\n2\n3\n")
                .template("made.cfg", "1\n2\n");

        assertThat(shown(generation.rendered("copied.cfg"))).containsExactly("linting 1-3", "coverage 1-3");
        assertThat(shown(generation.rendered("made.cfg"))).containsExactly("linting 1-2", "coverage 1-2");
    }

    @Test
    void aCapturedTextThatIsCutInTwoIsAFaultOfTheTemplate() {
        String capture = "[#assign text][@practice id=\"linting\"]lint[/@practice][/#assign]";

        assertThat(asked(capture + "[=text?markup_string[0..4]?no_esc]\n").problems())
                .singleElement()
                .asString()
                .contains("a.yaml.ftl: a practice's region is torn");
        assertThat(asked(capture + "[=text?markup_string[4..]?no_esc]\n").problems())
                .singleElement()
                .asString()
                .contains("a practice's region is torn");
    }

    @Test
    void aTemplateThatWritesMarksOfItsOwnIsAtFault() {
        for (String forged : List.of("\ufdd0", "\ufdd1", "\ufdd2", "\ufdd00\ufdd1x\ufdd2", "\ufdd099999999999\ufdd1")) {
            assertThat(asked("a: " + forged + "\n").problems())
                    .singleElement()
                    .asString()
                    .contains("a practice's region is torn");
        }
    }

    private static List<String> regions(String template) {
        return shown(asked(template).rendered("a.yaml"));
    }

    /** With a persona who asks for linting and coverage. */
    private static Generation asked(String template) {
        return generate(MINIMAL).persona("p", "linting", "coverage").template("a.yaml", template);
    }

    private static List<String> shown(RenderedFile file) {
        return file.regions().stream()
                .map(region -> region.practice() + " " + region.firstLine() + "-" + region.lastLine())
                .toList();
    }
}
