package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.ReportFile;
import dev.pave.lifecycle.TemplateSources;
import dev.pave.lifecycle.VerifyRepository;
import dev.pave.verify.Validator;
import dev.pave.verify.build.RepositoryBuild;
import dev.pave.verify.report.JsonReport;
import dev.pave.verify.report.JunitReport;
import dev.pave.verify.report.Report;
import dev.pave.verify.report.SarifReport;
import dev.pave.verify.report.TextReport;
import dev.pave.verify.report.TextReport.Listed;
import dev.pave.verify.sql.FlywayValidator;
import dev.pave.verify.sql.SqlDatabase;
import dev.pave.verify.sql.SqlQueries;
import dev.pave.verify.validate.Validators;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Judges a repository by the practices that are asked of it, and looks for what is wrong with its files. Exit code 1 where"
                    + " something is found.",
            "A generated repository is judged by its pave.yaml; any other by the bundled personas, or those given with --personas. So"
                    + " is a generated one whose pave.yaml chooses none of those given."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Terminal terminal;
    private final GitEnvironment git;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Repository to look at. Default: .")
    private Path directory = Path.of(".");

    @Option(names = "--all", description = "List every practice that is asked for, with its verdict.")
    private boolean all;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "The day on which waivers must count. Default: that of the last commit.")
    private @Nullable LocalDate today;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Write a report as SARIF 2.1.0, too; - for standard output, instead of the text.")
    private @Nullable Path sarif;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Write a report as JUnit XML, too; - for standard output, instead of the text.")
    private @Nullable Path junit;

    @Option(
            names = "--build",
            description =
                    "Build and test a copy of the repository for real. Runs its code, so only where you trust it.")
    private boolean build;

    @Option(
            names = "--build-minutes",
            paramLabel = "N",
            description = "The longest that the build may take. Default: 30")
    private int minutes = 30;

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    VerifyCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        List<Path> files = reportFiles();
        if (minutes < 1) {
            throw usage("--build-minutes must be 1 or more");
        }
        files.forEach(ReportFile::check);
        VerifyRepository.Result result = verify();
        print(result);
        return result.report().verification().findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private VerifyRepository.Result verify() {
        // It starts when something first asks it, and is gone afterwards.
        try (SqlDatabase database = new SqlDatabase()) {
            List<Validator> validators = new ArrayList<>(Validators.all());
            validators.add(new FlywayValidator(database));
            return new VerifyRepository(
                            options.generators().knowledge(directory, TemplateSources.Wish.AS_LOCKED),
                            Version.current(),
                            git,
                            validators,
                            new SqlQueries(database))
                    .verify(new VerifyRepository.Request(
                            directory,
                            options.personas(),
                            Optional.ofNullable(today),
                            build ? Optional.of(build()) : Optional.empty()));
        }
    }

    /** The files that are asked for; standard output takes one report. */
    private List<Path> reportFiles() {
        List<Path> asked = new ArrayList<>();
        Optional.ofNullable(sarif).ifPresent(asked::add);
        Optional.ofNullable(junit).ifPresent(asked::add);
        long printed = asked.stream().filter(STANDARD_OUTPUT::equals).count() + (json.asked() ? 1 : 0);
        if (printed > 1) {
            throw usage("standard output takes one of --json, --sarif - and --junit -");
        }
        asked.removeIf(STANDARD_OUTPUT::equals);
        return asked;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private RepositoryBuild build() {
        return new RepositoryBuild(
                git.variables(), Path.of(System.getProperty("java.home")), Duration.ofMinutes(minutes), this::progress);
    }

    /** Only who sits there waits for it. */
    private void progress(String step) {
        if (terminal.person().isPresent()) {
            terminal.complain("  " + step);
        }
    }

    private void print(VerifyRepository.Result result) {
        Report report = result.report();
        boolean taken = json.asked();
        if (sarif != null) {
            taken |= write(sarif, Terminal.json(SarifReport.tree(report, Version.current())) + "\n");
        }
        if (junit != null) {
            taken |= write(junit, JunitReport.text(report));
        }
        if (json.asked()) {
            terminal.printJson(JsonReport.tree(report));
        } else if (!taken) {
            Listed listed = all ? Listed.ALL : result.foreign() ? Listed.JUDGED : Listed.NONE;
            TextReport.lines(report, listed).forEach(terminal::print);
        }
    }

    /** Writes a report; whether standard output has taken it. */
    private boolean write(Path file, String text) {
        if (!file.equals(STANDARD_OUTPUT)) {
            ReportFile.write(file, text);
            return false;
        }
        terminal.print(text.stripTrailing());
        return true;
    }
}
