package dev.pave.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.persona.PersonaReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The six personas of the project ask for what the six originals asked for. */
class BundledPersonasTest {

    private static final Recognition RECOGNITION =
            Recognition.of(PersonaReader.read(Path.of("..", "personas")), TestCatalogue.bundled());

    @Test
    void theyNameTheSameTechnologiesPracticesAndFiguresAsTheOriginals() throws IOException {
        assertThat(recognised()).isEqualTo(frozen());
    }

    @Test
    void everyLineIsRecognisedAsAWhole() {
        assertThat(RECOGNITION.personas())
                .allSatisfy(persona -> assertThat(persona.unrecognised()).isEmpty())
                .allSatisfy(persona -> assertThat(persona.readings())
                        .flatExtracting(Reading::overlooked)
                        .isEmpty());
    }

    @Test
    void theirContradictionsAreFound() {
        assertThat(RECOGNITION.contradictions())
                .extracting(Contradiction::rule)
                .containsExactly(
                        "error-budget-rounded", "recovery-longer-than-budget", "paths-with-and-without-version");
        assertThat(RECOGNITION.contradictions())
                .extracting(Contradiction::explanation)
                .first()
                .asString()
                .contains("43 min/month", "43.2 min/month");
        assertThat(RECOGNITION.contradictions()).allSatisfy(contradiction -> {
            assertThat(contradiction.first().line()).isPositive();
            assertThat(contradiction.second().line()).isPositive();
        });
    }

    private static Map<String, List<String>> recognised() {
        Map<String, List<String>> recognised = new TreeMap<>();
        for (PersonaReading persona : RECOGNITION.personas()) {
            Stream<String> technologies = persona.technologies().stream()
                    .map(mention -> "technology " + mention.technology().id()
                            + mention.version().map(version -> " " + version).orElse(""));
            Stream<String> practices = persona.practices().stream()
                    .map(requested -> "practice " + requested.practice().id()
                            + requested.figures().stream()
                                    .map(figure -> " = " + figure.display())
                                    .collect(Collectors.joining()));
            recognised.put(
                    persona.persona().id().value(),
                    Stream.concat(technologies, practices).sorted().toList());
        }
        return recognised;
    }

    private static Map<String, List<String>> frozen() throws IOException {
        Map<String, List<String>> frozen = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(BundledPersonasTest.class.getResourceAsStream("original-personas.txt"))) {
            String text = new String(file.readAllBytes(), UTF_8);
            for (String part : text.substring(text.indexOf('[') + 1).split("\\n\\[", -1)) {
                List<String> lines = part.strip().lines().toList();
                frozen.put(
                        lines.get(0).replace("]", ""),
                        lines.stream().skip(1).sorted().toList());
            }
        }
        return new TreeMap<>(frozen);
    }
}
