package dev.pave.spec;

import static dev.pave.spec.Descriptions.field;
import static dev.pave.spec.Descriptions.problems;
import static dev.pave.spec.Descriptions.withField;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: integer, max-length: 3                     | 'a field of type integer takes no 'max-length''
            type: json, unique: true                         | a field of type json takes no 'unique'
            type: string, required: yes                      | required must be true or false, this is a text
            type: string, max-length: 0                      | max-length is 0
            type: string, max-length: 1.5                    | max-length must be a whole number, this is a number
            type: string, max-length: 99999999999999999999   | max-length is 99999999999999999999
            type: string, max-length: 3, min-length: 4       | min-length is greater than max-length, 3
            type: string, max-length: 3, default: long       | default is longer than 3 characters
            type: string, min-length: 3, default: ab         | default is shorter than 3 characters
            type: string, default: 12                        | default must be a text, this is a whole number
            type: string, max-length: 700, unique: true      | values of up to 2800 bytes are too long for a unique index of PostgreSQL
            type: integer, min: 2147483648                   | min is 2147483648
            type: integer, min: 1.5                          | min must be a whole number, this is a number
            type: integer, default: 2147483648               | default is outside what an integer holds
            type: integer, min: 3, default: 2                | default is less than min
            type: integer, max: 3, default: 4                | default is greater than max
            type: long, max: 9223372036854775808             | max is 9223372036854775808
            type: long, default: 9223372036854775808         | default is outside what a long holds
            type: decimal, precision: 3, scale: 4            | scale is greater than precision, 3
            type: decimal, precision: 3, scale: 1, max: 100  | max does not fit into 3 digits, 1 of them after the point
            type: decimal, precision: 3, scale: 1, min: 0.25 | min does not fit into 3 digits, 1 of them after the point
            type: decimal, precision: 3, scale: 1, default: 1e99 | default does not fit into 3 digits, 1 of them after the point
            type: boolean, default: 'no'                     | default must be true or false, this is a text
            type: date, default: 2026-02-30                  | default is no day, as 2026-03-02
            type: timestamp, default: 2026-02-28T10:00Z      | default is no moment, as 2026-03-02T09:30:00Z
            type: uuid, example: 1-1-1-1-1                   | example is no UUID
            type: email, default: nobody                     | default is no e-mail address
            type: uri, default: /relative                    | default is no absolute URI
            type: enum                                       | the enum field 'size' has no 'values'
            type: enum, values: []                           | values has 0 values
            type: enum, values: [a, true]                    | a value must be a text, this is a truth value
            type: enum, values: [a-b, A_B]                   | 'A_B' and 'a-b' are the same constant A_B
            type: enum, values: [a, a]                       | 'a' and 'a' are the same constant A
            type: enum, values: [1st]                        | a value cannot be '1st'
            type: enum, values: [a], default: b              | default is none of the values
            type: reference                                  | the reference field 'size' has no 'to'
            type: reference, to: thin                        | 'size' refers to an unknown resource 'thin'
            required: true                                   | the field 'size' has no 'type'
            """)
    void whatContradictsTheTypeIsRefused(String attributes, String message) {
        String expected = message.startsWith("'a field") ? message.substring(1, message.length() - 1) : message;
        assertThat(problems(withField(attributes))).singleElement().asString().endsWith(" " + expected);
    }

    @Test
    void valuesAreKeptAsTheTypeHasThem() {
        assertThat(field("type: integer, default: 5").defaultValue()).contains(5L);
        assertThat(field("type: decimal, default: 5.50").defaultValue()).contains(new BigDecimal("5.5"));
        assertThat(field("type: decimal, min: -1e2").min()).contains(new BigDecimal("-100"));
        assertThat(field("type: boolean, default: false").defaultValue()).contains(false);
        assertThat(field("type: date, default: 2026-03-02").defaultValue()).contains("2026-03-02");
        assertThat(field("type: timestamp, default: '2026-03-02T09:30:00+09:00'")
                        .defaultValue())
                .contains("2026-03-02T09:30:00+09:00");
        assertThat(field("type: uri, default: 'https://example.org/a?b'").defaultValue())
                .contains("https://example.org/a?b");
        assertThat(field("type: long, max: 9223372036854775807").max()).contains(new BigDecimal("9223372036854775807"));
    }
}
