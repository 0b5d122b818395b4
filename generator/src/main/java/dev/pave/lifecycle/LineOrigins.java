package dev.pave.lifecycle;

import dev.pave.git.LineEdits;
import dev.pave.git.LineEdits.LineEdit;
import dev.pave.lifecycle.ExplainedFile.Block;
import dev.pave.lifecycle.ExplainedFile.Line;
import dev.pave.lifecycle.ExplainedFile.Removed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds for each line of a file the blocks it stands in, though the file was edited since it was rendered. */
final class LineOrigins {

    private final List<Block> blocks;
    private final List<Line> lines = new ArrayList<>();
    private final List<Removed> removed = new ArrayList<>();

    /** @param blocks of the file as it is rendered */
    private LineOrigins(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** The lines of a file, and what is gone from it. */
    record Result(List<Line> lines, List<Removed> removed) {}

    /** Follows each line of {@code now} back to the one of {@code rendered} that it was. */
    static Result trace(List<Block> blocks, byte[] rendered, byte[] now, LineEdits edits) {
        LineOrigins origins = new LineOrigins(blocks);
        int before = split(rendered).size();
        origins.trace(before, split(now), edits);
        return new Result(List.copyOf(origins.lines), List.copyOf(origins.removed));
    }

    private void trace(int linesBefore, List<String> now, LineEdits edits) {
        int before = 0;
        int after = 0;
        for (LineEdit edit : edits.edits()) {
            while (after < edit.fromAfter()) {
                kept(now, after++, before++);
            }
            changed(now, edit, linesBefore);
            before = edit.toBefore();
            after = edit.toAfter();
        }
        while (after < now.size()) {
            kept(now, after++, before++);
        }
    }

    private void kept(List<String> now, int after, int before) {
        lines.add(new Line(after + 1, now.get(after), false, around(before + 1, before + 1)));
    }

    private void changed(List<String> now, LineEdit edit, int linesBefore) {
        int lost = edit.toBefore() - edit.fromBefore();
        int written = edit.toAfter() - edit.fromAfter();
        for (int i = 0; i < written; i++) {
            List<Block> around;
            if (lost == written) {
                around = around(edit.fromBefore() + i + 1, edit.fromBefore() + i + 1);
            } else if (lost > 0) {
                around = around(edit.fromBefore() + 1, edit.toBefore());
            } else {
                // An insertion belongs to what goes on before and behind it; at an edge of the file nothing does.
                boolean atEdge = edit.fromBefore() == 0 || edit.fromBefore() == linesBefore;
                around = atEdge ? List.of() : around(edit.fromBefore(), edit.fromBefore() + 1);
            }
            int line = edit.fromAfter() + i;
            lines.add(new Line(line + 1, now.get(line), true, around));
        }
        if (lost > written) {
            removed.add(new Removed(
                    edit.toAfter() + 1, lost - written, around(edit.fromBefore() + written + 1, edit.toBefore())));
        }
    }

    /** The blocks in which all of these rendered lines stand, the innermost last. */
    private List<Block> around(int first, int last) {
        return blocks.stream()
                .filter(block ->
                        block.region().firstLine() <= first && block.region().lastLine() >= last)
                .sorted(Comparator.comparingInt(LineOrigins::length)
                        .reversed()) // stable: the order of the template stays
                .toList();
    }

    private static int length(Block block) {
        return block.region().lastLine() - block.region().firstLine();
    }

    /** As git counts lines: what follows the last line feed is one only where there is something. */
    static List<String> split(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> split = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            split.add(text.substring(from, end < 0 ? text.length() : end));
            from = end < 0 ? text.length() : end + 1;
        }
        return split;
    }
}
