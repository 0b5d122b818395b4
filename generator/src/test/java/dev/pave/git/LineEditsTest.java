package dev.pave.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.LineEdits.LineEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineEditsTest {

    @Test
    void equalTextsHaveNone() {
        assertThat(edits("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void aReplacementAnInsertionAndARemovalAreTold() {
        assertThat(edits("a\nb\nc\nd\ne\n", "a\nB\nc\nnew\nd\n"))
                .containsExactly(new LineEdit(1, 2, 1, 2), new LineEdit(3, 3, 3, 4), new LineEdit(4, 5, 5, 5));
    }

    @Test
    void aLineThatMovedIsFoundAmongManyThatAreAlike() {
        String rows = "x\n".repeat(500);

        assertThat(edits(rows + "end\n", "start\n" + rows + "end\n")).containsExactly(new LineEdit(0, 0, 0, 1));
    }

    @Test
    void bytesWithANulAreNoText() {
        assertThat(LineEdits.isBinary(new byte[] {'a', 0, 'b'})).isTrue();
        assertThat(LineEdits.isBinary("한국어\n".getBytes(UTF_8))).isFalse();
    }

    private static List<LineEdit> edits(String before, String after) {
        return LineEdits.between(before.getBytes(UTF_8), after.getBytes(UTF_8)).edits();
    }
}
