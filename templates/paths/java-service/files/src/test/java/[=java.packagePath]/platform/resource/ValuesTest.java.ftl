package [=java.package].platform.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;
[#if uses.enum??]
import org.junit.jupiter.api.Test;
[/#if]
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private static final Map<String, Function<String, ?>> READERS = Map.of(
            "text", Values::text,
[#if uses.decimal??]
            "decimal", Values::decimal,
[/#if]
[#if uses.boolean??]
            "boolean", Values::bool,
[/#if]
            "date", Values::date,
            "timestamp", Values::timestamp,
            "uuid", Values::uuid);

    @ParameterizedTest
    @CsvSource({
            "text, any 'text', any 'text'",
[#if uses.decimal??]
            "decimal, 1.50, 1.50",
            "decimal, -0.01, -0.01",
[/#if]
[#if uses.boolean??]
            "boolean, true, true",
            "boolean, false, false",
[/#if]
            "date, 2024-02-29, 2024-02-29",
            "timestamp, 2024-02-29T01:02:03Z, 2024-02-29T01:02:03Z",
            "timestamp, 2024-02-29T01:02:03.123456Z, 2024-02-29T01:02:03.123456Z",
            "timestamp, 2024-02-29T09:02:03+09:00, 2024-02-29T00:02:03Z",
            "uuid, 6F1F64C1-8D8B-4C0C-9A51-0E0B6A3E1F55, 6f1f64c1-8d8b-4c0c-9a51-0e0b6a3e1f55",
    })
    void readsAndPrints(String type, String text, String printed) {
        assertThat(Values.print(READERS.get(type).apply(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
            "text, 'a\0b'",
[#if uses.decimal??]
            "decimal, ''",
            "decimal, 1e999999999",
            "decimal, 1e-999999999",
            "decimal, 1e2147483647",
            "decimal, NaN",
            "decimal, 0x10",
[/#if]
[#if uses.boolean??]
            "boolean, TRUE",
            "boolean, ''",
[/#if]
            "date, 2023-02-29",
            "date, 0000-01-01",
            "date, 24-01-01",
            "date, +12024-01-01",
            "date, 2024-01-01T00:00:00Z",
            "timestamp, 2024-01-01",
            "timestamp, 2024-01-01T00:00:00",
            "timestamp, 2024-01-01T24:00:01Z",
            "timestamp, 2024-01-01T00:00:00.1234567Z",
            "timestamp, 0001-01-01T00:00:00+01:00",
            "timestamp, 9999-12-31T23:59:59-01:00",
            "uuid, 1-1-1-1-1",
            "uuid, nothing",
    })
    void refuses(String type, String text) {
        assertThatThrownBy(() -> READERS.get(type).apply(text))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }
[#if uses.enum??]

    @Test
    void readsOneOfAnEnum() {
        Function<String, Thread.State> reader = Values.oneOf(Thread.State.class);

        assertThat(reader.apply("NEW")).isEqualTo(Thread.State.NEW);
        assertThatThrownBy(() -> reader.apply("new")).isInstanceOf(IllegalArgumentException.class);
    }
[/#if]
}
