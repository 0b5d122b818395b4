package dev.pave.cli;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import dev.pave.problem.Suggestion;
import java.util.List;
import java.util.Optional;
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
        // picocli says the word twice where a value is no pair.
        terminal.complain("pave: " + e.getMessage().replace("option option", "option"));
        if (e instanceof UnmatchedArgumentException unmatched) {
            nearest(unmatched.getUnmatched(), command)
                    .ifPresent(name -> terminal.complain("  did you mean " + name + "?"));
        }
        terminal.complain("  see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** The option or command that was probably meant. */
    private static Optional<String> nearest(List<String> unmatched, CommandLine command) {
        if (unmatched.isEmpty()) {
            return Optional.empty();
        }
        String first = unmatched.get(0).replaceFirst("=.*", "");
        return Suggestion.nearest(
                first,
                first.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                terminal.complain(problem.toString());
            }
            return ExitCode.INVALID_INPUT;
        }
        return bug(e);
    }

    /** Says that Pave itself failed, and how to report it. */
    int bug(Throwable e) {
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
