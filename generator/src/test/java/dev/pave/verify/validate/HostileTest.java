package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories are written by anybody: what is in a file is a finding at worst. */
class HostileTest {

    private static final int HUGE = 5 << 20;
    private static final int DEEP = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.yaml",
                "a.json",
                "a.toml",
                "a.xml",
                "a.properties",
                "a.md",
                "Dockerfile",
                "deploy/kustomization.yaml",
                ".github/workflows/a.yml"
            })
    void whatIsNoTextOrTooLongIsAFinding(String path) {
        byte[] binary = new byte[256];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }
        byte[] huge = new byte[HUGE];
        Arrays.fill(huge, (byte) 'a');

        assertThat(new Repository().with(path, binary).findings()).isNotEmpty();
        assertThat(new Repository().with(path, huge).findings()).isNotEmpty();
    }

    @Test
    void depthEndsInAFinding() {
        assertThat(rules("a.json", "[".repeat(DEEP))).containsExactly("json/syntax");
        assertThat(rules("a.yaml", "[".repeat(DEEP))).containsExactly("yaml/too-deep");
        assertThat(rules("a.xml", "<a>".repeat(DEEP))).containsExactly("xml/too-deep");
        assertThat(rules("a.toml", "a = " + "[".repeat(DEEP))).containsExactly("toml/syntax");
        assertThat(rules("a.md", "> ".repeat(DEEP) + "[a](b)")).isNotNull();
        assertThat(rules("b.md", "[".repeat(DEEP) + "a" + "](b)".repeat(DEEP))).isNotNull();
    }

    @Test
    void anchorsThatMultiplyAreNotFollowed() {
        String bomb =
                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n";

        assertThat(rules("a.yaml", bomb)).containsOnly("yaml/alias");
    }

    @Test
    void schemasThatNeverEndAreNotApplied() {
        String schemas = """
                openapi: 3.1.0
                info: {title: x, version: "1"}
                paths: {}
                components:
                  schemas:
                    A: {allOf: [{$ref: "#/components/schemas/B"}], examples: [1]}
                    B: {$ref: "#/components/schemas/A"}
                """;
        StringBuilder doubling = new StringBuilder(
                "openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n");
        for (int i = 0; i < 40; i++) {
            String next = "{$ref: '#/components/schemas/S" + (i + 1) + "'}";
            doubling.append("    S").append(i).append(": {allOf: [" + next + ", " + next + "], examples: [1]}\n");
        }
        doubling.append("    S40: {type: integer}\n");

        assertThat(rules("a.yaml", schemas)).contains("openapi/endless-reference");
        assertThat(rules("a.yaml", doubling.toString())).contains("openapi/too-complex");
    }

    private static List<String> rules(String path, String text) {
        return new Repository()
                .with(path, text).all().stream()
                        .map(finding -> finding.rule())
                        .distinct()
                        .toList();
    }
}
