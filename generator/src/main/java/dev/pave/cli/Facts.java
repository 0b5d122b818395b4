package dev.pave.cli;

import java.util.List;

/** Facts of one thing, a line each: what kind of fact, then the fact. The kind stands only where it changes. */
final class Facts {

    private static final int KIND = 14;

    /** How many columns a fact may take, with what is more about it. */
    static final int ROOM = Columns.SCREEN - KIND - 1;

    private final Terminal terminal;
    private String last = "";

    Facts(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(String kind, String fact) {
        print(kind, fact, "");
    }

    /** A fact with more about it, which is faint. */
    void print(String kind, String fact, String more) {
        String shown = kind.equals(last) ? "" : kind;
        last = kind;
        String rest = more.isEmpty() ? "" : "  " + Columns.cut(more, Math.max(20, ROOM - Columns.width(fact) - 2));
        terminal.print(
                List.of(Styled.faint(Columns.pad("  " + shown, KIND)), Styled.plain(" " + fact), Styled.faint(rest)));
    }

    /** Who asks, with the words. */
    void reasons(List<Reasons.Asking> reasons) {
        int width = reasons.stream()
                .mapToInt(asking -> Columns.width(asking.place()))
                .max()
                .orElse(0);
        reasons.forEach(asking -> print("asked for by", Columns.pad(asking.place(), width), asking.says()));
    }
}
