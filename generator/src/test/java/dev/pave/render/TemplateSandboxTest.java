package dev.pave.render;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pave.plan.Plan;
import dev.pave.problem.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a template can say runs code, reads what is outside its root, or keeps Pave from ending. */
class TemplateSandboxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freemarker.template.utility.Execute",
                "freemarker.template.utility.ObjectConstructor",
                "freemarker.template.utility.JythonRuntime",
                "java.lang.Runtime",
                "java.lang.ProcessBuilder",
                "java.io.File",
                "freemarker.ext.beans.BeansWrapper"
            })
    void noClassIsLoaded(String className) {
        refuses(
                "[#assign x = \"" + className + "\"?new()][=x(\"id\")]",
                "is not allowed in the template for security reasons");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[=service?api.class]",
                "[=resources?api.size()]",
                "[=service.class]",
                "[=service.getClass()]",
                "[=service.kebab.class.forName('java.lang.Runtime')]",
                "[=resources.class]",
                "[=practice.class]",
                "[=figure.class]",
                "[=.data_model.class.name]",
                "[=System.getenv('PATH')]",
                "[=env.PATH]",
                "[=java.lang.System]",
                "[=statics['java.lang.System']]",
                "[=.globals.System]"
            })
    void noJavaObjectIsReached(String template) {
        assertThat(generate(MINIMAL).template("a.md", template).problems())
                .singleElement()
                .asString()
                .startsWith("templates/paths/service/files/a.md.ftl:1:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../../../../../etc/passwd",
                "/../../etc/passwd",
                "..\\\\..\\\\secret",
                "file:///etc/passwd",
                "jar:file:/x.jar!/secret",
                "http://example.org/x",
                "classpath:logback.xml",
                "*/secret",
                "/paths/service/files/../../../../secret"
            })
    void nothingOutsideTheRootIsIncluded(String name) {
        for (String directive : new String[] {"[#include \"" + name + "\"]", "[#import \"" + name + "\" as x]"}) {
            assertThat(generate(MINIMAL).template("a.md", directive).problems())
                    .as(directive)
                    .singleElement()
                    .asString()
                    .startsWith("templates/paths/service/files/a.md.ftl:1:1: ")
                    .doesNotContain("root:");
        }
    }

    @Test
    void whatIsInsideTheRootIsIncluded() {
        assertThat(generate(MINIMAL)
                        .with("lib/head.md.ftl", "Head\n")
                        .template(
                                "a.md",
                                "[#include \"/lib/head.md.ftl\"]\n[#include \"../../../lib/head.md.ftl\"]\nTail\n")
                        .file("a.md"))
                .isEqualTo("Head\nHead\nTail\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[=.now]",
                "[=. now?long]",
                "[=.\nnow]",
                "[=.[#-- --]now?c]",
                "[=. <#-- x --> [#-- y --] now]",
                "[#assign t = .now]",
                "[#if .now?long > 0]x[/#if]",
                "[=(.now)?string]"
            })
    void theClockIsNotRead(String template) {
        refuses(template, "a template cannot read the clock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[=(\".n\" + \"ow\")?eval?c]",
                "[@(\"[=.n\" + \"ow?c]\")?interpret /]",
                "[=\"1\"? eval]",
                "[=\"1\"?[#-- --]eval]"
            })
    void aTextDoesNotBecomeCodeInWhichTheClockCouldHide(String template) {
        refuses(template, "a template cannot make code of a text");
    }

    @Test
    void codeOfAnotherLanguageMayReadTheClock() {
        assertThat(generate(MINIMAL)
                        .template(
                                "A.java", "var a = Instant.now();\nvar b = Clock\n    .now();\nvar c = list[0].now;\n")
                        .problems())
                .isEmpty();
    }

    @Test
    void aTemplateThatDoesNotEndIsGivenUp() {
        // It does end, so that no thread outlives the test; but much later than the limit.
        Plan plan = generate(MINIMAL)
                .template("a.md", "[#list 1..6000000 as i][#assign x = i][/#list]")
                .plan();

        assertThatThrownBy(() -> new Renderer(plan.templates(), Duration.ofMillis(100)).render(plan, MINIMAL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("templates/paths/service/files/a.md.ftl: the template did not end within");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[#macro m][@m/][/#macro][@m/]",
                "[#function f x][#return f(x + 1)][/#function][=f(1)]",
                "[#include \"/paths/service/files/a.md.ftl\"]"
            })
    void aRecursionWithoutAnEndIsAFault(String template) {
        assertThat(generate(MINIMAL).template("a.md", template).problems())
                .singleElement()
                .asString()
                .contains("templates/paths/service/files/a.md.ftl", "while rendering a.md");
    }

    @Test
    void anExpressionThatIsNestedWithoutAnEndIsAFault() {
        assertThat(generate(MINIMAL)
                        .template("a.md", "[=" + "(".repeat(200_000) + "]")
                        .problems())
                .hasSize(1);
    }

    @Test
    void outputWithoutBoundIsCutOff() {
        refuses(
                "[#list 1.. as i]0123456789012345678901234567890123456789\n[/#list]",
                "writes more than 4194304 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[=\"\"?left_pad(2147483647)]",
                "[#assign s = \"x\"][#list 1..40 as i][#assign s = s + s][/#list][=s]"
            })
    void memoryWithoutBoundIsRefused(String template) {
        assertThat(generate(MINIMAL).template("a.md", template).problems())
                .singleElement()
                .asString()
                .contains("a.md.ftl");
    }

    @Test
    void aTemplateCannotChangeTheModelForTheNext() {
        assertThat(generate(MINIMAL)
                        .template(
                                "a.md",
                                "[#global service = {\"kebab\": \"changed\"}][#assign option = 1][=service.kebab]\n")
                        .template("b.md", "[=service.kebab]\n")
                        .file("b.md"))
                .isEqualTo("student-records\n");
    }

    @Test
    void escapingIsOnWhateverTheTemplateIsAbout() {
        assertThat(generate(MINIMAL.replace(
                                "description: Students", "description: \"\\\"; x: y #'<b>\\n Students" + "\"\n#"))
                        .template("a.yaml", "text: \"[=service.description]\"\n")
                        .file("a.yaml"))
                .isEqualTo("text: \"\\\"; x: y #'<b>\\n Students\"\n");
    }

    private static void refuses(String template, String because) {
        assertThat(generate(MINIMAL).template("a.md", template).problems())
                .singleElement()
                .asString()
                .startsWith("templates/paths/service/files/a.md.ftl")
                .contains(because);
    }
}
