package dev.pave.problem;

import static java.util.stream.Collectors.joining;

import java.io.Serial;
import java.util.List;

/** An input cannot be used. Carries every problem found, in order; the command line prints them and ends with exit code 3. */
public final class InvalidInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
