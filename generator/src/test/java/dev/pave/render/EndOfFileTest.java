package dev.pave.render;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"a: 1", "a: 1\n", "a: 1\n\n\n", "a: 1  \n\t\n", "a: 1\r\n", "a: 1[#if true]\n\n[/#if]\n"})
    void aRenderedFileEndsInOneLineFeed(String template) {
        assertThat(generate(MINIMAL).template("a.yaml", template).file("a.yaml"))
                .isEqualTo("a: 1\n");
    }

    @Test
    void lineEndsOfWindowsBecomeLineFeeds() {
        assertThat(generate(MINIMAL).template("a.yaml", "a: 1\r\nb: 2\r\n").file("a.yaml"))
                .isEqualTo("a: 1\nb: 2\n");
    }

    @Test
    void whatIsEmptyStaysEmpty() {
        assertThat(generate(MINIMAL).template("a.yaml", "\n \n").file("a.yaml")).isEmpty();
    }

    @Test
    void aFileThatIsNoTemplateIsCopiedByteForByte() {
        String text = "a \r\n\r\n[=service.kebab] \n\n\n";

        assertThat(generate(MINIMAL).with("paths/service/files/a.yaml", text).file("a.yaml"))
                .isEqualTo(text);
    }

    @Test
    void theDescriptionIsCopiedByteForByte() {
        String description = "# mine \r\n" + MINIMAL + "\n\n";

        assertThat(generate(description).file("pave.yaml")).isEqualTo(description);
    }

    @Test
    void whiteSpaceAtTheEndOfALineIsAFault() {
        assertThat(generate(MINIMAL).template("a.yaml", "a: 1\nb: \nc: 3\n").problems())
                .singleElement()
                .asString()
                .startsWith("templates/paths/service/files/a.yaml.ftl: line 2 of a.yaml ends in white space");
    }

    @Test
    void inMarkdownItIsALineBreak() {
        assertThat(generate(MINIMAL).template("a.md", "a  \nb\n").file("a.md")).isEqualTo("a  \nb\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.sql",
                "a.sh",
                "a.yaml",
                "a.java",
                "a.xml",
                "a.properties",
                "a.md",
                "a.json",
                "a.py",
                "a.ts",
                "a.toml"
            })
    void aDescriptionWithSpacesAtTheEndsOfItsLinesIsNoFaultOfATemplate(String file) {
        Generation generation = generate(
                MINIMAL.replace("description: Students, courses and who takes what", "description: \"a \\n b \""));

        assertThat(generation
                        .template(
                                file,
                                file.endsWith(".properties")
                                        ? "x=[=service.description]\n"
                                        : "'[=service.description]'\n")
                        .problems())
                .isEmpty();
    }
}
