package edu.example.studentrecords.platform.validation;

import static edu.example.studentrecords.platform.validation.Violations.codes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private record Request(@Text(min = 2, max = 4) String text) {}

    private record Coded(@Text(max = 4, pattern = "[A-Z]+") String code) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ab", "abcd", "한국어", "😀😀😀😀", "<'\">"})
    void takesTextOfTheRightLength(String text) {
        assertThat(codes(new Request(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, too-short", "'', too-short", "abcde, too-long", "😀😀😀😀😀, too-long"})
    void countsCharacters(String text, String code) {
        assertThat(codes(new Request(text))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u009fb", "a\ud83db"})
    void refusesWhatIsNoCharacterOfALine(String text) {
        assertThat(codes(new Request(text))).containsExactly("control-character");
    }

    @Test
    void matchesTheWholeText() {
        assertThat(codes(new Coded("ABC"))).isEmpty();
        assertThat(codes(new Coded("ABc"))).hasSize(1);
        assertThat(codes(new Coded(""))).containsExactly("too-short");
    }
}
