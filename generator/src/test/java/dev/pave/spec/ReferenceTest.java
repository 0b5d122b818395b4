package dev.pave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.problem.InvalidInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/service-description.md} says what is so. */
class ReferenceTest {

    private static final String DOCUMENT = "service-description.md";

    @Test
    void theTablesOfTypesAndAttributesAreThoseOfTheCode() throws IOException {
        Reference.assertPartUpToDate(DOCUMENT, "types", types());
        Reference.assertPartUpToDate(DOCUMENT, "attributes", attributes());
    }

    @Test
    void theCompleteExampleIsValid() throws IOException {
        assertThat(Descriptions.read(block("yaml")).resources()).hasSize(3);
    }

    @Test
    void theExampleOfErrorsIsWhatPaveSays() throws IOException {
        String faulty = block("yaml faulty");
        try {
            Descriptions.read(faulty);
        } catch (InvalidInput e) {
            assertThat(e).hasMessage(block("text").stripTrailing());
            return;
        }
        throw new AssertionError("the faulty example is valid");
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        assertThat(Reference.read(DOCUMENT))
                .contains(ServiceDescriptionReader.KEYS.stream()
                        .map(key -> "`" + key + "`")
                        .toList());
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Reference.read(DOCUMENT));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String types() {
        return "| type | a value is | takes, besides `required` and `description` |\n|---|---|---|\n"
                + Arrays.stream(FieldType.values()).map(ReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(FieldType type) {
        String attributes = type.rules().stream()
                .filter(rule -> rule.attribute() != Attribute.REQUIRED && rule.attribute() != Attribute.DESCRIPTION)
                .map(ReferenceTest::attribute)
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |%n"
                .formatted(type.key(), type.meaning(), attributes)
                .replace("\r\n", "\n");
    }

    private static String attribute(FieldType.Rule rule) {
        String range = rule.least()
                .map(least -> " " + least + "…" + rule.most().orElseThrow())
                .orElse("");
        String otherwise = rule.otherwise().map(value -> ", else " + value).orElse("");
        String needed = rule.mandatory() ? " (needed)" : "";
        String limits = range.isEmpty() ? "" : " (" + range.strip() + otherwise + ")";
        return "`" + rule.attribute().key() + "`" + limits + needed;
    }

    private static String attributes() {
        return "| attribute | is a | says |\n|---|---|---|\n"
                + Arrays.stream(Attribute.values())
                        .map(a -> "| `" + a.key() + "` | " + a.kind().words() + " | " + a.meaning() + " |\n")
                        .collect(Collectors.joining());
    }
}
