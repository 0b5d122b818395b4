package dev.pave.render;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Generation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An error names template, line and column, and what was being rendered. */
class TemplateErrorTest {

    @Test
    void aSyntaxErrorIsNamedByItsPlace() {
        assertThat(generate(MINIMAL).template("docs/a.md", "# A\n\nb [#if x]\n").problems())
                .singleElement()
                .asString()
                .startsWith(
                        "templates/paths/service/files/docs/a.md.ftl:3:10: Unexpected end of file reached. You have an unclosed #if.")
                .endsWith("\n  while rendering docs/a.md");
    }

    @Test
    void aMissingVariableIsNamedByItsPlace() {
        assertThat(generate(MINIMAL).template("a.md", "# A\n  [=service.nme]\n").problems())
                .singleElement()
                .asString()
                .startsWith(
                        "templates/paths/service/files/a.md.ftl:2:5: The following has evaluated to null or missing: ==> service.nme")
                .endsWith("\n  while rendering a.md");
    }

    @Test
    void theMessageOfTheEngineIsCutDownToWhatIsWrong() {
        assertThat(generate(MINIMAL).template("a.md", "[=service.nme]\n").problems())
                .singleElement()
                .asString()
                .doesNotContain("----", "Tip:", "FTL stack trace", "freemarker.core");
    }

    @Test
    void anErrorInAMacroIsWhereTheMacroIsNotWhereItIsCalled() {
        assertThat(generate(MINIMAL)
                        .with("lib/m.md.ftl", "[#macro m]\nx\n[=nobody]\n[/#macro]\n")
                        .template("a.md", "[#import \"/lib/m.md.ftl\" as m]\n\n\n[@m.m/]\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("templates/lib/m.md.ftl:3:3: ")
                .endsWith("while rendering a.md");
    }

    @Test
    void anErrorInAnIncludedTemplateNamesThatTemplate() {
        assertThat(generate(MINIMAL)
                        .with("lib/m.md.ftl", "x\n[#list]\n")
                        .template("a.md", "[#include \"/lib/m.md.ftl\"]\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("lib/m.md.ftl", "while rendering a.md");
    }

    @Test
    void anErrorInAFileForEachItemNamesTheItem() {
        assertThat(eachResource("[=resource.nothing]\n").problems()).containsExactly("""
                        templates/paths/service/files/[=resource.name.kebab].md.ftl:1:3: The following has evaluated to null or missing: ==> resource.nothing
                          while rendering student.md for resource student""");
    }

    @Test
    void theFaultsOfAllTemplatesAreReportedAtOnce() {
        assertThat(generate(MINIMAL)
                        .template("a.md", "[=nobody]\n")
                        .template("b.md", "[#if]\n")
                        .template("c.md", "fine\n")
                        .template("d.yaml", "a: \nb: 1\n")
                        .problems())
                .hasSize(3)
                .satisfiesExactly(
                        a -> assertThat(a).contains("a.md.ftl:1:3"),
                        b -> assertThat(b).contains("b.md.ftl:1"),
                        d -> assertThat(d).contains("d.yaml.ftl: line 1 of d.yaml ends in white space"));
    }

    @Test
    void aTextThatTheFormatCannotExpressIsNamedByItsPlace() {
        assertThat(generate(MINIMAL.replace("Students, courses", "\"Students; courses\" #"))
                        .template("a.unknown", "x\n[=service.description]\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("templates/paths/service/files/a.unknown.ftl:2:")
                .contains("this text cannot be written in a file of format plain: Students; courses");
    }

    @Test
    void aTemplateThatIsNoTextIsAFault() {
        Generation generation = generate(MINIMAL);
        generation.templates().with("paths/service/files/a.md.ftl", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(generation.problems()).singleElement().asString().contains("a.md.ftl", "the template is not UTF-8");
    }

    @Test
    void aWrongFigureIsAFault() {
        assertThat(generate(MINIMAL)
                        .template("a.md", "[=figure(\"coverage\")]\n")
                        .template("b.md", "[=figure(\"coverag\", 80)]\n")
                        .problems())
                .satisfiesExactly(
                        a -> assertThat(a).contains("a.md.ftl:1:", "figure takes a practice's id and what holds"),
                        b -> assertThat(b).contains("b.md.ftl:1:", "the catalogue has no practice 'coverag'"));
    }

    @Test
    void whatTheTemplateItselfRefusesIsSaid() {
        assertThat(generate(MINIMAL).template("a.md", "[#stop \"no port\"]\n").problems())
                .singleElement()
                .asString()
                .startsWith("templates/paths/service/files/a.md.ftl:1:1: no port");
    }

    private static Generation eachResource(String template) {
        return generate(MINIMAL).with("paths/service/path.yaml", """
                        id: service
                        title: Service
                        summary: S
                        files: [{match: "*.md.ftl", each: resource in resources}]
                        """).template("[=resource.name.kebab].md", template);
    }
}
