package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Main {

    /** It writes down all commands. */
    private static final String COMPLETION = "completion";

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
        Map<String, Supplier<CommandLine>> commands = commands(terminal, git);
        // picocli reads a command's annotations by reflection, which takes as long as some commands do: where one is
        // named, it needs no other.
        Supplier<CommandLine> named = args.length == 0 ? null : commands.get(args[0]);
        if (named == null || args[0].equals(COMPLETION)) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(args[0], named.get());
        }
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(new Failures(terminal));
        line.setExecutionExceptionHandler(new Failures(terminal));
        return line.execute(args);
    }

    /** Every command by its name, in the order in which help lists them. */
    private static Map<String, Supplier<CommandLine>> commands(Terminal terminal, GitEnvironment git) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("new", () -> new CommandLine(new NewCommand(terminal, git)));
        commands.put("list", () -> new CommandLine(new ListCommand(terminal, git)));
        commands.put("personas", () -> new CommandLine(new PersonasCommand(terminal)));
        commands.put("plan", () -> new CommandLine(new PlanCommand(terminal, git)));
        commands.put("explain", () -> new CommandLine(new ExplainCommand(terminal, git)));
        commands.put("diff", () -> new CommandLine(new DiffCommand(terminal, git)));
        commands.put("check", () -> new CommandLine(new CheckCommand(terminal, git)));
        commands.put("update", () -> new CommandLine(new UpdateCommand(terminal, git)));
        commands.put("regenerate", () -> new CommandLine(new RegenerateCommand(terminal, git)));
        commands.put("verify", () -> new CommandLine(new VerifyCommand(terminal, git)));
        commands.put(
                "template",
                () -> new CommandLine(new TemplateCommand(terminal))
                        .addSubcommand(new TemplateLintCommand(terminal))
                        .addSubcommand(new TemplateTestCommand(terminal)));
        commands.put("schema", () -> new CommandLine(new SchemaCommand(terminal)));
        commands.put(COMPLETION, () -> new CommandLine(new CompletionCommand(terminal)));
        return commands;
    }
}
