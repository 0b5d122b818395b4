[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

[@code.sorted]
import [=java.package].platform.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@code.sorted]

class CursorTest {

    private static final UUID ID = UUID.fromString("6f1f64c1-8d8b-4c0c-9a51-0e0b6a3e1f55");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "2026-01-02T03:04:05Z", "한국어 – 😀", "\u0000\n\"'"})
    void isReadAsItWasWritten(String value) {
        Cursor cursor = Cursor.after(ID, value);

        String text = cursor.encode("list");

        assertThat(text).matches("[A-Za-z0-9_-]{1,512}");
        assertThat(Cursor.decode(text, "list")).isEqualTo(cursor);
    }

    @Test
    void leavesOutAValueForWhichItHasNoRoom() {
        Cursor cursor = Cursor.after(ID, "😀".repeat(200));

        assertThat(cursor).isEqualTo(new Cursor(ID, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {350, 359, 360, 361, 400})
    void isNeverTooLong(int length) {
        assertThat(Cursor.after(ID, "x".repeat(length)).encode("list")).hasSizeLessThanOrEqualTo(512);
    }

    @Test
    void belongsToOneList() {
        String text = Cursor.after(ID, "a").encode("list");

        assertThatThrownBy(() -> Cursor.decode(text, "another list")).isInstanceOf(ProblemException.class);
    }

    @Test
    void cannotBeChanged() {
        String text = Cursor.after(ID, "a").encode("list");
        String changed = text.substring(0, text.length() - 1) + (text.endsWith("Q") ? "g" : "Q");

        assertThatThrownBy(() -> Cursor.decode(changed, "list")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "!", "=", "../..", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isNotAnyText(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, "list")).isInstanceOf(ProblemException.class);
    }
}
