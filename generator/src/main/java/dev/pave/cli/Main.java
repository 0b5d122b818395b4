package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(new Terminal(System.in, out, err, person()), GitEnvironment.ofProcess(), args);
        out.flush();
        System.exit(exit);
    }

    @SuppressWarnings(
            "SystemConsoleNull") // JDK 22 to 24 would give one for a pipe too; this property has them ask for a
    // terminal
    private static @Nullable Person person() {
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        return console == null ? null : Person.at(console);
    }

    /** Runs one command; returns its exit code, as {@link ExitCode} lists them. */
    static int run(Terminal terminal, GitEnvironment git, String... args) {
        CommandLine line = new CommandLine(new PaveCommand(terminal, git));
        line.addSubcommand(new NewCommand(terminal, git));
        line.addSubcommand(new ListCommand(terminal));
        line.addSubcommand(new PersonasCommand(terminal));
        line.addSubcommand(new PlanCommand(terminal, git));
        line.addSubcommand(new CheckCommand(terminal, git));
        line.addSubcommand(new RegenerateCommand(terminal, git));
        line.addSubcommand(new SchemaCommand(terminal));
        line.addSubcommand(new CompletionCommand(terminal));
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(new Failures(terminal));
        line.setExecutionExceptionHandler(new Failures(terminal));
        return line.execute(args);
    }
}
