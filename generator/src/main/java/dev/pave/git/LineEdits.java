package dev.pave.git;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * How the lines of a text became those of a later one. What stands between two edits is the same in both.
 *
 * @param edits in the order of the lines; no two touch
 */
public record LineEdits(List<LineEdit> edits) {

    /**
     * Lines that were replaced, inserted or removed. Counted from 0, ends exclusive; an insertion is empty before, a removal after.
     *
     * @param fromBefore first line of the earlier text
     * @param fromAfter first line of the later text
     */
    public record LineEdit(int fromBefore, int toBefore, int fromAfter, int toAfter) {}

    public LineEdits {
        edits = List.copyOf(edits);
    }

    /** Compares two texts as {@code git diff --histogram} does, which falls back to Myers where lines repeat too often. */
    public static LineEdits between(byte[] before, byte[] after) {
        List<LineEdit> edits = new ArrayList<>();
        for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, new RawText(before), new RawText(after))) {
            edits.add(new LineEdit(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()));
        }
        return new LineEdits(edits);
    }

    /** Whether git takes these bytes for something else than text. */
    public static boolean isBinary(byte[] bytes) {
        return RawText.isBinary(bytes);
    }
}
