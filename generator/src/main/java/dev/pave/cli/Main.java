package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Person person = person();
        Terminal terminal = new Terminal(System.in, out, err, person, person != null && wantsColours(System.getenv()));
        int exit;
        try {
            exit = run(terminal, GitEnvironment.ofProcess(), args);
        } catch (Throwable e) { // nothing that goes wrong may look like success, or like a stack trace
            exit = new Failures(terminal).bug(e);
        }
        out.flush();
        System.exit(exit);
    }

    /** Somebody at a terminal. JDK 22 to 24 would see one in a pipe too, but for this property. */
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Person person() {
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        return console == null ? null : Person.at(console);
    }

    /** As no-color.org and terminals without any say it. */
    static boolean wantsColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Runs one command; returns its exit code, as {@link ExitCode} lists them. */
    static int run(Terminal terminal, GitEnvironment git, String... args) {
        CommandLine line = new CommandLine(new PaveCommand(terminal));
        line.addSubcommand(new NewCommand(terminal, git));
        line.addSubcommand(new ListCommand(terminal, git));
        line.addSubcommand(new PersonasCommand(terminal));
        line.addSubcommand(new PlanCommand(terminal, git));
        line.addSubcommand(new ExplainCommand(terminal, git));
        line.addSubcommand(new DiffCommand(terminal, git));
        line.addSubcommand(new CheckCommand(terminal, git));
        line.addSubcommand(new UpdateCommand(terminal, git));
        line.addSubcommand(new RegenerateCommand(terminal, git));
        line.addSubcommand(new VerifyCommand(terminal, git));
        line.addSubcommand(new CommandLine(new TemplateCommand(terminal))
                .addSubcommand(new TemplateLintCommand(terminal))
                .addSubcommand(new TemplateTestCommand(terminal)));
        line.addSubcommand(new SchemaCommand(terminal));
        line.addSubcommand(new CompletionCommand(terminal));
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(new Failures(terminal));
        line.setExecutionExceptionHandler(new Failures(terminal));
        return line.execute(args);
    }
}
