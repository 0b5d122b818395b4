package dev.pave.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundled manifests parse, and every practice that a template or manifest names is one of the catalogue, also where no description renders it. */
class PracticeIdsTest {

    private static final TemplateTree TREE = DirectoryTemplates.of(Path.of("..", "templates"));

    /** Regions, questions whether a practice is in force, figures, and data that macros hand on. */
    private static final Pattern NAMED = Pattern.compile(
            "\\[@practice id=\"([^\"]*)\"|practices\\[\"([^\"]*)\"]|figure\\(\"([^\"]*)\"|\\bpractice\"?[:=] ?\"([^\"]*)\"");

    @Test
    void templatesNamePracticesOfTheCatalogue() {
        List<Named> named = TREE.paths().stream()
                .filter(path -> path.endsWith(".ftl"))
                .flatMap(PracticeIdsTest::named)
                .toList();

        assertThat(named).hasSizeGreaterThan(500);
        assertThat(unknown(named.stream())).isEmpty();
    }

    @Test
    void everyRegionNamesItsPracticeOrTakesItFromData() {
        assertThat(TREE.paths().stream()
                        .filter(path -> path.endsWith(".ftl"))
                        .flatMap(path -> Pattern.compile("\\[@practice(?! id=(\"|id]|headers\\[))[^\\]]*")
                                .matcher(text(path))
                                .results()
                                .map(match -> path + ": " + match.group())))
                .isEmpty();
    }

    @Test
    void manifestsParseAndNamePracticesOfTheCatalogue() {
        Templates templates = Templates.read(TREE);
        List<Named> named = Stream.concat(
                        templates.goldenPaths().values().stream().map(GoldenPath::part),
                        templates.features().values().stream())
                .flatMap(PracticeIdsTest::named)
                .toList();

        assertThat(templates.goldenPaths()).isNotEmpty();
        assertThat(templates.features()).isNotEmpty();
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(unknown(named.stream())).isEmpty();
    }

    private record Named(String where, String id) {}

    private static Stream<Named> named(String path) {
        return NAMED.matcher(text(path)).results().map(match -> {
            String id = Stream.of(match.group(1), match.group(2), match.group(3), match.group(4))
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow();
            return new Named(path, id);
        });
    }

    private static Stream<Named> named(Feature part) {
        Stream<Named> files = part.fileRules().stream()
                .flatMap(rule -> rule.practices().stream().map(id -> new Named(part.id() + " " + rule.match(), id)));
        Stream<Named> contributions = part.contributions().stream()
                .filter(contribution -> contribution.item().containsKey("practice"))
                .map(contribution -> new Named(
                        part.id() + " " + contribution.slot(),
                        contribution.item().get("practice").toString()));
        return Stream.concat(files, contributions);
    }

    private static List<Named> unknown(Stream<Named> named) {
        return named.filter(name -> TestCatalogue.bundled().practice(name.id()).isEmpty())
                .distinct()
                .toList();
    }

    private static String text(String path) {
        return new String(TREE.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
    }
}
