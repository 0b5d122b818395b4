package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.render.RenderedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Resources, fields and choices may be called by words that YAML 1.1 or 1.2 reads as a truth value or as nothing; then they stand between quotes. */
class YamlWordsTest {

    private static final Path DESCRIPTION = Path.of("src/test/resources/descriptions/words-of-yaml.yaml");

    /** As a key any of the words, as a value those that nobody means as a truth value. The key "on" of a workflow is GitHub's. */
    private static final Pattern BARE = Pattern.compile(
            "(?i)^\\s*(- )*(y|n|yes|no|on|off|true|false|null):( |$)|(: |- |\\[|, )(y|n|yes|no|on|off)(\\s*$|,|])");

    @Test
    void wordsOfYamlStandBetweenQuotes() {
        List<String> bare = Bundled.generate(DESCRIPTION).rendering().files().stream()
                .filter(file -> file.path().value().matches(".*\\.ya?ml"))
                .filter(file -> !file.path().value().equals("pave.yaml"))
                .flatMap(YamlWordsTest::bare)
                .toList();

        assertThat(bare).isEmpty();
    }

    private static Stream<String> bare(RenderedFile file) {
        String path = file.path().value();
        return file.text()
                .lines()
                .filter(line -> !(path.startsWith(".github/workflows/") && line.equals("on:")))
                .filter(line -> !line.strip().startsWith("#"))
                // What follows is a sentence.
                .filter(line -> !line.strip().matches("(description|summary|title|name): .* .*"))
                .filter(line -> BARE.matcher(line).find())
                .map(line -> path + ": " + line);
    }
}
