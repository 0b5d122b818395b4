package dev.pave.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A team's template root on top of the bundled one, and what it may not do there. */
class OverlaidTemplatesTest {

    private static final TemplateTree BUNDLED = tree(
            "bundled",
            Map.of(
                    "features/container/files/Dockerfile.ftl", "bundled",
                    "catalogue/practices.yaml", "[]",
                    "types.yaml", "{}"));

    @Test
    void aRootWithoutAManifestStandsAlone() {
        TemplateTree root = tree("ours", Map.of("types.yaml", "{}"));

        assertThat(OverlaidTemplates.of(root, () -> {
                    throw new AssertionError("the bundled root is not needed");
                }))
                .isSameAs(root);
    }

    @Test
    void ownFilesComeOnTop() {
        TemplateTree both = over("extends: bundled", "features/own/feature.yaml", "own");

        assertThat(both.paths())
                .containsExactly(
                        "catalogue/practices.yaml",
                        "features/container/files/Dockerfile.ftl",
                        "features/own/feature.yaml",
                        "types.yaml");
        assertThat(text(both, "features/own/feature.yaml")).isEqualTo("own");
        assertThat(text(both, "types.yaml")).isEqualTo("{}");
        assertThat(both.sourceName("features/own/feature.yaml")).isEqualTo("ours/features/own/feature.yaml");
        assertThat(both.sourceName("types.yaml")).isEqualTo("bundled/types.yaml");
    }

    @Test
    void aBundledFileIsReplacedByThoseWhoSaySo() {
        TemplateTree both = over(
                "{extends: bundled, replaces: [features/container/files/Dockerfile.ftl]}",
                "features/container/files/Dockerfile.ftl",
                "ours");

        assertThat(text(both, "features/container/files/Dockerfile.ftl")).isEqualTo("ours");
        assertThat(both.sourceName("features/container/files/Dockerfile.ftl")).startsWith("ours/");
    }

    @Test
    void twoSourcesForOnePathAreAProblem() {
        assertThat(problems("extends: bundled", "types.yaml", "ours"))
                .containsExactly("ours/types.yaml: two sources for one path: Pave bundles a template 'types.yaml' too\n"
                        + "  add it to 'replaces' in templates.yaml, or give it another name");
    }

    @Test
    void whatReplacesNothingIsAProblem() {
        assertThat(problems("extends: bundled\nreplaces:\n  - type.yaml\n  - types.yaml", "a", "b"))
                .satisfiesExactly(
                        unknown -> assertThat(unknown)
                                .startsWith("ours/templates.yaml:3:5: Pave bundles no template 'type.yaml'")
                                .contains("did you mean 'types.yaml'?"),
                        missing -> assertThat(missing)
                                .startsWith("ours/templates.yaml:4:5: 'types.yaml' is not in this template root"));
    }

    @Test
    void aManifestThatSaysSomethingElseIsAProblem() {
        assertThat(problems("extends: other", "a", "b").get(0)).contains("the only value of 'extends' is 'bundled'");
        assertThat(problems("replaces: [types.yaml]", "types.yaml", "b").get(0)).contains("stands alone");
        assertThat(problems("{extends: bundled, replace: []}", "a", "b").get(0)).contains("did you mean 'replaces'?");
        assertThat(problems("[]", "a", "b").get(0)).contains("a manifest is a mapping");
        assertThat(problems("{extends: bundled, replaces: [[a]]}", "a", "b").get(0))
                .contains("a list of paths");
    }

    @Test
    void theCatalogueIsInLayersUnlessItIsReplaced() {
        assertThat(over("extends: bundled", "catalogue/practices.yaml", "[x]").layers())
                .extracting(layer -> layer.bytes("catalogue/practices.yaml").isPresent())
                .containsExactly(true, true);
        assertThat(over("{extends: bundled, replaces: [catalogue/practices.yaml]}", "catalogue/practices.yaml", "[x]")
                        .layers())
                .extracting(layer -> layer.bytes("catalogue/practices.yaml").isPresent())
                .containsExactly(false, true);
    }

    private static TemplateTree over(String manifest, String path, String text) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("templates.yaml", manifest);
        files.put(path, text);
        return OverlaidTemplates.of(tree("ours", files), () -> BUNDLED);
    }

    private static List<String> problems(String manifest, String path, String text) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> over(manifest, path, text));
        return refused.problems().stream().map(Problem::toString).toList();
    }

    private static TemplateTree tree(String name, Map<String, String> texts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new TemplateFiles(name, files);
    }

    private static String text(TemplateTree tree, String path) {
        return new String(tree.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
    }
}
