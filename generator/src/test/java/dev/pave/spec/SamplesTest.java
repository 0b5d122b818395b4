package dev.pave.spec;

import static dev.pave.spec.Descriptions.field;
import static dev.pave.spec.Descriptions.read;
import static dev.pave.spec.Descriptions.withResources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.spec.Samples.Fault;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: string",
                "type: string, max-length: 1",
                "type: string, max-length: 9, min-length: 9",
                "type: string, max-length: 10, min-length: 10",
                "type: string, max-length: 12, min-length: 12",
                "type: string, min-length: 200",
                "type: string, pattern: '^[A-Z]{3}-[0-9]{4}$', example: ABC-1234, max-length: 8",
                "type: string, pattern: '^[a-z]+(-[a-z]+)*$', example: a-b, min-length: 3, max-length: 5",
                "type: string, pattern: '^x$', example: x",
                "type: text, min-length: 1000",
                "type: integer",
                "type: integer, min: 5, max: 7",
                "type: integer, max: -5",
                "type: integer, min: 2147483647",
                "type: long, min: -3, max: 3",
                "type: long, max: -9223372036854775808",
                "type: decimal",
                "type: decimal, precision: 5, scale: 2, min: 0, max: 100",
                "type: decimal, precision: 1, scale: 1",
                "type: decimal, precision: 15, scale: 15, min: 0",
                "type: decimal, min: 0.5, max: 0.5, scale: 1",
                "type: boolean",
                "type: date",
                "type: timestamp",
                "type: uuid",
                "type: email",
                "type: uri",
                "type: enum, values: [a, b, C]",
            })
    void validValuesAreValidAndDifferAsOftenAsPromised(String attributes) {
        Field field = field(attributes);
        Samples samples = Samples.of(field);
        int some = Math.min(samples.distinctValues(), 3_000);

        Set<Object> values = IntStream.range(0, some).mapToObj(samples::valid).collect(Collectors.toSet());

        assertThat(values).hasSize(some).allSatisfy(value -> {
            assertThat(FieldValue.fault(field, value)).isEmpty();
            assertThat(FieldValue.outside(field, value)).isEmpty();
        });
        assertThat(samples.valid(Integer.MAX_VALUE - 1))
                .satisfies(value -> assertThat(FieldValue.fault(field, value)).isEmpty());
    }

    @Test
    void valuesReadWell() {
        assertThat(values("type: email")).containsExactly("size-1@example.org", "size-2@example.org");
        assertThat(values("type: string")).containsExactly("Size 1", "Size 2");
        assertThat(values("type: integer")).containsExactly(1, 2);
        assertThat(values("type: long, min: 10")).containsExactly(10L, 11L);
        assertThat(values("type: decimal, precision: 5, scale: 2, min: 0, max: 100"))
                .containsExactly(new BigDecimal("1.00"), new BigDecimal("1.01"));
        assertThat(values("type: decimal")).containsExactly(new BigDecimal("1.00"), new BigDecimal("2.00"));
        assertThat(values("type: boolean")).containsExactly(true, false);
        assertThat(values("type: date")).containsExactly("2000-01-01", "2000-01-02");
        assertThat(values("type: timestamp")).containsExactly("2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z");
        assertThat(values("type: uuid")).first().isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(values("type: string, pattern: '^[A-Z]{2}$', example: QX")).containsExactly("QX", "AA");
        assertThat(values("type: json")).first().isEqualTo(Map.of("number", 0));
    }

    @Test
    void smallTypesSayHowFewValuesTheyHave() {
        assertThat(Samples.of(field("type: boolean")).distinctValues()).isEqualTo(2);
        assertThat(Samples.of(field("type: enum, values: [a, b, c]")).distinctValues())
                .isEqualTo(3);
        assertThat(Samples.of(field("type: integer, min: 5, max: 7")).distinctValues())
                .isEqualTo(3);
        assertThat(Samples.of(field("type: string, max-length: 1")).distinctValues())
                .isEqualTo(36);
        assertThat(Samples.of(field("type: email")).distinctValues()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void invalidValuesNameTheirFault() {
        assertThat(invalid("type: string, required: true, min-length: 2, max-length: 3"))
                .isEqualTo("""
                required-missing
                wrong-type {"not":"a text"}
                too-short "x"
                too-long "xxxx"
                pattern "\\u0007x"
                """);
        assertThat(invalid("type: string, pattern: '^[A-Z]{2}$', example: QX")).isEqualTo("""
                wrong-type {"not":"a text"}
                pattern "!X"
                """);
        assertThat(invalid("type: decimal, precision: 5, scale: 2, min: 0, max: 100"))
                .isEqualTo("""
                wrong-type "not a number"
                below-min -0.01
                above-max 100.01
                """);
        assertThat(invalid("type: integer")).isEqualTo("""
                wrong-type "not a number"
                below-min -2147483649
                above-max 2147483648
                """);
        assertThat(invalid("type: enum, values: [no-such-value]")).isEqualTo("""
                wrong-type {"not":"a text"}
                unknown-enum "no-such-value-x"
                """);
    }

    @Test
    void anUnknownReferenceIsAnIdOfNothing() {
        Field reference = read(withResources("a: {fields: {b: {type: reference, to: a}}}"))
                .resources()
                .get(0)
                .fields()
                .get(0);

        assertThat(Samples.of(reference).invalid())
                .extracting(Samples.Invalid::fault)
                .containsExactly(Fault.WRONG_TYPE, Fault.UNKNOWN_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: email",
                "type: uri",
                "type: date",
                "type: timestamp",
                "type: uuid",
                "type: string, max-length: 3, min-length: 2",
                "type: text",
                "type: enum, values: [a]",
                "type: integer, min: 1",
                "type: decimal, max: 2",
                "type: decimal, precision: 15, scale: 0"
            })
    void invalidValuesAreInvalid(String attributes) {
        Field field = field(attributes);
        Set<Fault> faults = new HashSet<>();

        for (Samples.Invalid invalid : Samples.of(field).invalid()) {
            Object value = invalid.value().orElseThrow();
            boolean otherType = value instanceof Map
                    || (value instanceof String && field.type().isNumber());
            assertThat(otherType
                            || FieldValue.fault(field, value)
                                    .or(() -> FieldValue.outside(field, value))
                                    .isPresent())
                    .as("%s %s", invalid.fault(), value)
                    .isTrue();
            assertThat(faults.add(invalid.fault())).isTrue();
        }
    }

    private static List<Object> values(String attributes) {
        Samples samples = Samples.of(field(attributes));
        return List.of(samples.valid(0), samples.valid(1));
    }

    private static String invalid(String attributes) {
        return Samples.of(field(attributes)).invalid().stream()
                .map(invalid -> invalid.fault().key()
                        + invalid.value()
                                .map(v -> " " + JsonMapper.shared().writeValueAsString(v))
                                .orElse("") + "\n")
                .collect(Collectors.joining());
    }
}
