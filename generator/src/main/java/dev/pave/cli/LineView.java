package dev.pave.cli;

import dev.pave.cli.Styled.Style;
import dev.pave.lifecycle.ExplainedFile;
import dev.pave.lifecycle.ExplainedFile.Block;
import dev.pave.lifecycle.ExplainedFile.Line;
import dev.pave.lifecycle.ExplainedFile.State;
import dev.pave.plan.Plan;
import java.util.List;

/** All about one line of a file: each block it stands in, the innermost first. */
final class LineView {

    private final Terminal terminal;
    private final Plan plan;

    LineView(Terminal terminal, Plan plan) {
        this.terminal = terminal;
        this.plan = plan;
    }

    void print(ExplainedFile file, int number) {
        Line line = file.lines().get(number - 1);
        terminal.print(List.of(
                Styled.strong(file.path() + ":" + number),
                new Styled(Style.NOTICE, line.changed() ? "  " + changed(file) : "")));
        terminal.print("  " + Columns.cut(line.text().replace("\t", "    "), Columns.SCREEN - 2));
        for (int i = line.blocks().size() - 1; i >= 0; i--) {
            terminal.print("");
            print(file, line.blocks().get(i));
        }
        terminal.print("");
        terminal.print((line.blocks().isEmpty() ? "No practice asked for this line. It" : "The file")
                + " belongs to the " + Reasons.name(file.owner(), file.onGoldenPath())
                + file.template().map(template -> ":\n  " + template).orElse(", which is made from this description."));
    }

    private static String changed(ExplainedFile file) {
        return file.state() == State.OLDER ? "would be written otherwise today" : "changed since";
    }

    private void print(ExplainedFile file, Block block) {
        List<Line> lines = file.lines().stream()
                .filter(line -> line.blocks().contains(block))
                .toList();
        terminal.print(List.of(
                new Styled(Style.PRACTICE, block.practice().id()),
                Styled.plain("  " + block.practice().practice().title()),
                Styled.plain(block.practice()
                        .figure()
                        .map(figure -> ", " + figure.display())
                        .orElse(""))));
        int first = lines.get(0).number();
        int last = lines.get(lines.size() - 1).number();
        Facts facts = new Facts(terminal);
        facts.print("lines", first == last ? String.valueOf(first) : first + "-" + last);
        facts.reasons(Reasons.of(block.practice(), plan));
        facts.print("written by", block.region().template().toString());
        facts.print("more", "pave explain --practice " + block.practice().id());
    }
}
