package dev.pave.examples;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.catalogue.DirectoryTemplates;
import dev.pave.catalogue.Templates;
import dev.pave.lifecycle.Generator;
import dev.pave.render.RenderedFile;
import dev.pave.spec.ServiceDescriptionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every image and action that a generated repository names stands in {@code templates/versions/}, and {@code docs/pins.md} says which have no pin. */
class PinsTest {

    private static final Path DOCUMENT = Bundled.PROJECT.resolve("docs/pins.md");

    private static final Map<String, Map<String, Object>> VERSIONS = Templates.read(
                    DirectoryTemplates.of(Bundled.PROJECT.resolve("templates")))
            .versions();

    /** In a Dockerfile, in YAML and JSON, in a command of kubectl or docker, as the container of an action. */
    private static final Pattern IMAGE = Pattern.compile("(?m)^FROM (?:--\\S+ )?(\\S+)"
            + "|^\\s*(?:- )?\"?(?:image|container)\"?: \"?([^\\s\",#]+)"
            + "|--image[ =](\\S+)"
            + "|docker (?:run|pull) (?:-\\S+ )*([^\\s-]\\S*)"
            + "|docker://(\\S+)");

    private static final Pattern ACTION = Pattern.compile("(?m)^\\s*(?:- )?uses: ([^\\s.]\\S*)");

    @ParameterizedTest
    @ValueSource(ints = {17, 21, 25})
    void everyImageAndActionThatIsRenderedIsPinnedInOnePlace(int java) throws IOException {
        List<RenderedFile> files = rendered(java);
        SortedSet<String> images = found(IMAGE, files);
        SortedSet<String> actions = found(ACTION, files);

        assertThat(images).as("the patterns find something").hasSizeGreaterThanOrEqualTo(5);
        assertThat(images)
                .isSubsetOf(VERSIONS.get("image").values().stream()
                        .map(Object::toString)
                        .toList());
        assertThat(actions).hasSizeGreaterThanOrEqualTo(10);
        assertThat(actions)
                .isSubsetOf(VERSIONS.get("action").values().stream()
                        .map(action -> ((Map<?, ?>) action).get("uses").toString())
                        .toList());
    }

    @Test
    void theDocumentSaysWhatIsPinnedAndWhatIsNot() throws IOException {
        String before = Files.readString(DOCUMENT);
        String after = withPart(withPart(before, "pinned", pinned()), "unresolved", unresolved());
        if ("write".equals(System.getProperty("pave.docs"))) {
            Files.writeString(DOCUMENT, after);
            before = after;
        }

        assertThat(before)
                .as("docs/pins.md; mvn test -Dtest=PinsTest -Dpave.docs=write writes it anew")
                .isEqualTo(after);
    }

    private static List<RenderedFile> rendered(int java) throws IOException {
        String text = Files.readString(Bundled.PROJECT.resolve("examples/student-records/pave.yaml"));
        String description = text.replaceFirst("options: \\{java: \\d+", "options: {java: " + java);
        assertThat(description).contains("java: " + java);
        Generator generator = Bundled.generator();
        return List.copyOf(generator
                .generate(new ServiceDescriptionReader().read("pave.yaml", description), description)
                .rendering()
                .files());
    }

    /** What a pattern finds, but for the service's own image: that one is released, not pinned. */
    private static SortedSet<String> found(Pattern pattern, List<RenderedFile> files) {
        return files.stream()
                .filter(file -> !file.path().value().startsWith("src/"))
                .flatMap(file -> pattern.matcher(file.text()).results())
                .map(PinsTest::group)
                .filter(name -> !name.matches("(ghcr\\.io/example/)?student-records[:@].*"))
                .collect(toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        return Stream.iterate(1, i -> i + 1)
                .limit(match.groupCount())
                .map(match::group)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private static String pinned() {
        return table("images", "image", image -> image.replaceFirst(":.*", ""), true)
                + table("actions", "action", UnaryOperator.identity(), true);
    }

    private static String unresolved() {
        return table("images by tag", "image", UnaryOperator.identity(), false);
    }

    /** Names without tags or versions, where they are pinned: an update is no change of this document. */
    private static String table(String title, String ecosystem, UnaryOperator<String> name, boolean pinned) {
        return VERSIONS.get(ecosystem).entrySet().stream()
                .filter(entry -> entry.getValue().toString().contains("@") == pinned)
                .map(entry -> "| `" + name.apply(entry.getKey()) + "` |\n")
                .distinct()
                .collect(joining("", "\n| " + title + " |\n|---|\n", ""));
    }

    private static String withPart(String document, String part, String text) {
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- end of " + part + " -->";
        assertThat(document).contains(begin, end);
        return document.substring(0, document.indexOf(begin) + begin.length())
                + text
                + "\n"
                + document.substring(document.indexOf(end));
    }
}
