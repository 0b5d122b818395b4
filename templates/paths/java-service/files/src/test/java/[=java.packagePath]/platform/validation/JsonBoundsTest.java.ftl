package [=java.package].platform.validation;

import static [=java.package].platform.validation.Violations.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonBoundsTest {

    private record Request(@JsonBounds ObjectNode json) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "{}",
            "{\"a\": \"한국어 \\n\", \"b\": [1, -2.5, true, null], \"c\": {\"d\": {}}}",
            "{\"a\": 9007199254740991}"
    })
    void takesWhatIsWithinTheBounds(String json) {
        assertThat(codes(request(json))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void refusesWhatIsNot(String json, String code) {
        assertThat(codes(request(json))).containsExactly(code);
    }

    private static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("{\"a\":".repeat(8) + "{}" + "}".repeat(8), "too-deep"),
                Arguments.of("{\"a\": [" + "\"%s\",".formatted("x".repeat(3_999)).repeat(4) + "1]}", "too-long"),
                Arguments.of("{\"a\": [" + "1,".repeat(100) + "1]}", "bad-format"),
                Arguments.of("{\"%s\": 1}".formatted("x".repeat(65)), "bad-format"),
                Arguments.of("{\"\": 1}", "bad-format"),
                Arguments.of("{\"a\\nb\": 1}", "bad-format"),
                Arguments.of("{\"a\": \"%s\"}".formatted("x".repeat(4_001)), "bad-format"),
                Arguments.of("{\"a\": \"\\u0007\"}", "bad-format"),
                Arguments.of("{\"a\": 9007199254740992}", "bad-format"),
                Arguments.of("{\"a\": 1e999}", "bad-format"));
    }

    private static Request request(String json) {
        return new Request(json == null ? null : (ObjectNode) JsonMapper.shared().readTree(json));
    }
}
