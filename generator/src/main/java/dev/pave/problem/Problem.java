package dev.pave.problem;

import java.util.Comparator;

/**
 * One thing that is wrong with an input.
 *
 * <p>Message and remedy often quote the input, so what a terminal would not show, or would obey, is written as an escape.
 *
 * @param code stable and kebab-case, for programs that read {@code --json}, as {@code unknown-field-type}
 * @param message what is wrong, one line, without a full stop
 * @param remedy what to do about it, one or more lines; empty where the message says it already
 */
public record Problem(String code, Location location, String message, String remedy) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::location).thenComparing(Problem::code).thenComparing(Problem::message);

    public Problem {
        message = Visible.of(message, false);
        remedy = Visible.of(remedy, true);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: message}, the remedy indented below. */
    @Override
    public String toString() {
        String first = location + ": " + message;
        return remedy.isEmpty() ? first : first + "\n" + remedy.indent(2).stripTrailing();
    }
}
