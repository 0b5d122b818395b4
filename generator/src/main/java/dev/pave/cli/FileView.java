package dev.pave.cli;

import dev.pave.cli.Styled.Style;
import dev.pave.lifecycle.ExplainedFile;
import dev.pave.lifecycle.ExplainedFile.Block;
import dev.pave.lifecycle.ExplainedFile.Line;
import dev.pave.lifecycle.ExplainedFile.Removed;
import dev.pave.lifecycle.ExplainedFile.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file with the reasons beside it: on the left the practice of each block, on the right its lines. */
final class FileView {

    private static final int GUTTER = 37;

    private final Terminal terminal;
    private final Set<Block> introduced = new HashSet<>();
    private int gutter;

    FileView(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Lines in a row that have the same reason. */
    private record Run(Optional<Block> block, boolean changed, List<Line> lines) {

        boolean goesOnWith(Line line) {
            return changed == line.changed() && block.equals(line.innermost());
        }
    }

    void print(ExplainedFile file) {
        gutter = file.blocks().isEmpty() ? 0 : GUTTER;
        heading(file);
        if (file.binary()) {
            file.blocks()
                    .forEach(block -> labels(new Run(Optional.of(block), false, List.of()))
                            .forEach(label -> terminal.print(List.of(Styled.plain("  "), label))));
            return;
        }
        terminal.print("");
        int digits = String.valueOf(file.lines().size()).length();
        List<Removed> removed = new ArrayList<>(file.removed());
        for (Run run : runs(file)) {
            print(run, digits, removed);
        }
        removed.forEach(gone -> removed(gone, digits, Optional.empty()));
        terminal.print("");
        if (file.lines().stream().anyMatch(Line::changed) || !file.removed().isEmpty()) {
            terminal.print(List.of(
                    new Styled(Style.NOTICE, "~"),
                    Styled.plain(
                            file.state() == State.OLDER
                                    ? " would be written otherwise today"
                                    : " changed since: not as Pave writes it")));
        }
        terminal.print("Go on:  pave explain " + file.path() + ":LINE");
        terminal.print("        pave explain --practice ID");
    }

    private void heading(ExplainedFile file) {
        long practices = file.blocks().stream()
                .map(block -> block.practice().id())
                .distinct()
                .count();
        long asked =
                file.lines().stream().filter(line -> !line.blocks().isEmpty()).count();
        String owner = Reasons.name(file.owner(), file.onGoldenPath());
        terminal.print(List.of(
                Styled.strong(file.path()),
                Styled.plain("  " + file.state().words()),
                Styled.plain(file.binary() ? ", binary" : "")));
        terminal.print("  owner     " + owner);
        terminal.print("  template  "
                + file.template()
                        .orElse(
                                file.path().equals("pave.yaml")
                                        ? "none: you write it, and all else is made from it"
                                        : "none: Pave writes it about the others"));
        if (practices == 0) {
            terminal.print("  no practice asked for it");
        } else if (!file.binary()) {
            terminal.print("  " + (practices == 1 ? "1 practice" : practices + " practices") + " asked for " + asked
                    + " of " + file.lines().size() + " lines"
                    + (asked == file.lines().size() ? "" : "; the others are the owner's"));
        }
    }

    private static List<Run> runs(ExplainedFile file) {
        List<Run> runs = new ArrayList<>();
        for (Line line : file.lines()) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).goesOnWith(line)) {
                runs.add(new Run(line.innermost(), line.changed(), new ArrayList<>()));
            }
            runs.get(runs.size() - 1).lines().add(line);
        }
        return runs;
    }

    private void print(Run run, int digits, List<Removed> removed) {
        List<Styled> labels = labels(run);
        int rows = Math.max(labels.size(), run.lines().size());
        for (int row = 0; row < rows; row++) {
            Optional<Line> line =
                    row < run.lines().size() ? Optional.of(run.lines().get(row)) : Optional.empty();
            while (line.isPresent()
                    && !removed.isEmpty()
                    && removed.get(0).before() <= line.get().number()) {
                removed(removed.remove(0), digits, run.block());
            }
            List<Styled> cells = new ArrayList<>();
            cells.add(gutter(row < labels.size() ? labels.get(row) : Styled.plain("")));
            cells.add(Styled.faint(run.block().isPresent() ? bar(row, rows) : " "));
            line.ifPresent(one -> {
                cells.add(new Styled(Style.NOTICE, one.changed() ? "~" : " "));
                cells.add(Styled.faint(String.format("%" + digits + "d ", one.number())));
                cells.add(Styled.plain(text(one.text(), digits)));
            });
            terminal.print(cells);
        }
    }

    private static String bar(int row, int rows) {
        if (rows == 1) {
            return "╶";
        }
        return row == 0 ? "┌" : row == rows - 1 ? "└" : "│";
    }

    /** What stands beside a run: all about a block where it begins, only its practice where it goes on. */
    private List<Styled> labels(Run run) {
        List<Styled> labels = new ArrayList<>();
        if (run.changed() && gutter > 0) {
            labels.add(new Styled(Style.NOTICE, "changed since"));
        }
        run.block().ifPresent(block -> {
            labels.add(new Styled(Style.PRACTICE, block.practice().id()));
            if (introduced.add(block)) {
                labels.add(Styled.plain(Columns.cut(block.practice().practice().title(), GUTTER)));
                labels.add(Styled.faint(Reasons.brief(block.practice(), GUTTER)));
                labels.add(Styled.faint(Columns.cutFront(
                        block.region().template().source() + ":"
                                + block.region().template().line(),
                        GUTTER)));
            }
        });
        return labels;
    }

    /** @param beside the block in which the lines before and behind stand; its practice is not said again */
    private void removed(Removed gone, int digits, Optional<Block> beside) {
        Optional<Block> block = gone.blocks().stream().reduce((outer, inner) -> inner);
        boolean within = block.isPresent() && block.equals(beside);
        String practice = within ? "" : block.map(one -> one.practice().id()).orElse("");
        terminal.print(List.of(
                gutter(new Styled(Style.PRACTICE, practice)),
                Styled.faint(within ? "│" : " "),
                new Styled(Style.NOTICE, "~" + " ".repeat(digits + 1)),
                new Styled(
                        Style.NOTICE,
                        "(" + (gone.count() == 1 ? "a line was" : gone.count() + " lines were") + " here)")));
    }

    private Styled gutter(Styled label) {
        return new Styled(label.style(), Columns.pad(label.text(), gutter) + " ");
    }

    private String text(String text, int digits) {
        return Columns.cut(text.replace("\t", "    "), Columns.SCREEN - gutter - digits - 4);
    }
}
