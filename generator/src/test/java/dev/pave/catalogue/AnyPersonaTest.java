package dev.pave.catalogue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.persona.Item;
import dev.pave.persona.Line;
import dev.pave.persona.Persona;
import dev.pave.persona.PersonaReader;
import dev.pave.problem.InvalidInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every text that someone may hand in as a persona. */
class AnyPersonaTest {

    private static final Catalogue CATALOGUE = TestCatalogue.bundled();

    @Property(tries = 500)
    void everyLineIsMetadataHeadingRecognisedOrUnrecognisedExactlyOnce(@ForAll("documents") String text) {
        String document = "# Persona: any\n" + text;

        List<Persona> personas;
        try {
            personas = PersonaReader.parse("any.md", document);
        } catch (InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }

        List<String> lines = document.lines().toList();
        List<Integer> nonBlank = IntStream.rangeClosed(1, lines.size())
                .filter(line -> !lines.get(line - 1).isBlank())
                .boxed()
                .toList();
        assertThat(personas.stream().flatMap(persona -> persona.lines().stream()))
                .extracting(line -> line.location().line())
                .containsExactlyElementsOf(nonBlank);
        assertThat(linesOfItems(personas, lines)).containsExactlyElementsOf(linesOfKindItem(personas));
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefusedWithAProblem(@ForAll String text) {
        try {
            Recognition recognition = Recognition.of(PersonaReader.parse("any.md", text), CATALOGUE);
            assertThat(PersonaReport.of(recognition).text()).isNotEmpty();
        } catch (InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("huge")
    void aHugeDocumentIsReadInLinearTime(String line) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            List<Persona> personas = PersonaReader.parse("huge.md", "# Persona: huge\n\n" + line + "\n- a\n");
            assertThat(PersonaReport.of(personas, CATALOGUE).tree()).isNotEmpty();
        });
    }

    static Stream<String> huge() {
        int half = 500_000;
        return Stream.of(
                "#".repeat(half) + " ".repeat(half) + "x",
                "- " + "9".repeat(half),
                "- " + "99.9% uptime SLA ".repeat(half / 16),
                "- " + "uptime ".repeat(half / 7),
                "- " + "/api/v1 /api/a ".repeat(half / 15),
                "> ".repeat(half) + "x",
                "- x\n  continued 43 minutes error budget\n" + "  more /api/v1/a uptime 99%\n".repeat(half / 27),
                "- 99.9% uptime\n- error budget 7 minutes\n".repeat(half / 38),
                IntStream.range(0, 20_000)
                        .mapToObj(minutes -> "- error budget " + minutes + " minutes\n")
                        .collect(joining("- uptime 99%\n")),
                "Provide:\n\n".repeat(half / 10),
                "####### ".repeat(half / 8),
                "*".repeat(half) + "x",
                "- ".repeat(half) + "x",
                "  ".repeat(half) + "- deep",
                "- " + "테스트를합니다은는".repeat(half / 9));
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "# Title",
                        "# Key: value",
                        "# Persona: next",
                        "## 제목",
                        "Provide:",
                        "- **Label**: a, b",
                        "- **Label**:",
                        "  - nested",
                        "    continued",
                        "text",
                        "===",
                        "---",
                        "-",
                        "```",
                        "~~~",
                        "<!--",
                        "-->",
                        "| a |",
                        "PERSONA 2/3: 01-other",
                        "1. first",
                        "\t* tab",
                        "> quoted"),
                Arbitraries.strings().ofMaxLength(30));
        return line.list().ofMaxSize(25).map(lines -> String.join("\n", lines));
    }

    private static List<Integer> linesOfItems(List<Persona> personas, List<String> lines) {
        List<Integer> found = new ArrayList<>();
        for (Persona persona : personas) {
            for (Reading reading : Recognition.of(List.of(persona), CATALOGUE)
                    .personas()
                    .get(0)
                    .readings()) {
                Item item = reading.item();
                for (int i = 0; i < item.lineCount(); i++) {
                    int line = item.location().line() + i;
                    if (!Optional.of(lines.get(line - 1))
                            .filter(String::isBlank)
                            .isPresent()) {
                        found.add(line);
                    }
                }
            }
        }
        return found;
    }

    private static List<Integer> linesOfKindItem(List<Persona> personas) {
        return personas.stream()
                .flatMap(persona -> persona.lines().stream())
                .filter(line -> line.kind() == Line.Kind.ITEM)
                .map(line -> line.location().line())
                .toList();
    }
}
