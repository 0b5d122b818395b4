package dev.pave.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private static final Map<String, Object> MODEL = Map.of(
            "service",
            Map.of("kebab", "student-records", "port", 8080L),
            "slots",
            Map.of("a.b", List.of("x"), "c-d", Map.of("e", true)),
            "item",
            "plain",
            "money",
            "$1 \\2");

    @Test
    void aTextIsFilledAtEveryPlaceholder() {
        assertThat(Placeholders.fill("[=item]/[=service.kebab]:[=service.port]", MODEL))
                .isEqualTo("plain/student-records:8080");
    }

    @Test
    void aValueIsNotReadAsAReplacementPattern() {
        assertThat(Placeholders.fill("a[=money]b", MODEL)).isEqualTo("a$1 \\2b");
    }

    @Test
    void aValueIsNotFilledAgain() {
        assertThat(Placeholders.fill("[=item]", Map.of("item", "[=item]"))).isEqualTo("[=item]");
    }

    @Test
    void aKeyWithADotStandsBetweenBracketsAndQuotes() {
        assertThat(Placeholders.lookUp("slots[\"a.b\"]", MODEL)).contains(List.of("x"));
        assertThat(Placeholders.lookUp("slots.c-d.e", MODEL)).contains(true);
        assertThat(Placeholders.lookUp("slots[\"c-d\"].e", MODEL)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "service.nothing", "item.kebab", "slots.a.b", "service..kebab", "service kebab", "a b"
            })
    void whatIsNotThereIsEmpty(String path) {
        assertThat(Placeholders.lookUp(path, MODEL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[=nothing]", "[=service]", "[=slots.c-d]"})
    void aPlaceholderNeedsATextOrANumber(String text) {
        assertThatThrownBy(() -> Placeholders.fill(text, MODEL))
                .isInstanceOf(Placeholders.Unknown.class)
                .hasMessage("no value for " + text);
    }

    @Test
    void anExpressionIsNoPlaceholder() {
        assertThat(Placeholders.fill("[=1 + 1] [=item?upper_case]", MODEL)).isEqualTo("[=1 + 1] [=item?upper_case]");
    }

    @Test
    void aTreeIsFilledInAllItsTexts() {
        assertThat(Placeholders.fillAll(Map.of("a", List.of("[=item]", 1L, Map.of("b", "[=item]!"))), MODEL))
                .isEqualTo(Map.of("a", List.of("plain", 1L, Map.of("b", "plain!"))));
    }
}
