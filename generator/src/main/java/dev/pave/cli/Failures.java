package dev.pave.cli;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user sees when a command cannot go on: what is wrong and what to do, never a stack trace for an input. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        terminal.complain("pave: " + e.getMessage());
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!suggestions.isEmpty()) {
            terminal.complain("  did you mean " + String.join(" or ", suggestions) + "?");
        }
        terminal.complain("  see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                terminal.complain(problem.toString());
            }
            return ExitCode.INVALID_INPUT;
        }
        StackTraceElement[] trace = e.getStackTrace();
        terminal.complain("pave: a bug in Pave: " + e);
        terminal.complain(
                "  at " + (trace.length == 0 ? "an unknown place" : trace[0]) + ", Pave " + Version.current());
        terminal.complain("  please report it with the command line and the inputs; PAVE_DEBUG=1 shows more");
        if ("1".equals(System.getenv("PAVE_DEBUG"))) {
            e.printStackTrace(terminal.errWriter());
        }
        return ExitCode.BUG;
    }
}
