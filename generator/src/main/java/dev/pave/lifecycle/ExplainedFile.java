package dev.pave.lifecycle;

import dev.pave.catalogue.Feature;
import dev.pave.plan.PracticeStatus;
import dev.pave.render.Region;
import java.util.List;
import java.util.Optional;

/**
 * A generated file, and why each of its lines is there.
 *
 * @param owner the golden path or feature that the file belongs to, and with it every line without a practice
 * @param onGoldenPath whether the owner is the golden path
 * @param template the file that wrote it, as problems name it; empty for {@code pave.yaml}, which the user writes
 * @param binary whether it is no text; then it has no lines
 * @param lines as they are on disk; where there is no such file, as Pave would write them
 * @param removed what Pave wrote and is no longer there, in the order of the lines
 * @param blocks all that practices asked for, the outer before the inner
 */
public record ExplainedFile(
        String path,
        Feature owner,
        boolean onGoldenPath,
        Optional<String> template,
        State state,
        boolean binary,
        List<Line> lines,
        List<Removed> removed,
        List<Block> blocks) {

    /** How a file on disk stands to what Pave renders now. */
    public enum State {
        AS_GENERATED("as generated"),
        CHANGED("changed since"),
        /** As Pave left it; but today it would write something else. */
        OLDER("as an older Pave or description left it"),
        MISSING("not there; these are the lines that Pave would write");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** Lines that a practice asked for, and the practice. */
    public record Block(PracticeStatus practice, Region region) {}

    /**
     * A line of the file.
     *
     * @param number first line is 1
     * @param changed not as Pave writes it now
     * @param blocks in which it stands, the innermost last
     */
    public record Line(int number, String text, boolean changed, List<Block> blocks) {

        /** The narrowest block in which it stands. */
        public Optional<Block> innermost() {
            return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
        }
    }

    /**
     * Lines that Pave writes and that are not there.
     *
     * @param before number of the line in front of which they stood; one past the last line where they stood at the end
     * @param blocks in which all of them stood, the innermost last
     */
    public record Removed(int before, int count, List<Block> blocks) {}
}
