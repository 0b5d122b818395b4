package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.ExplainedFile;
import dev.pave.lifecycle.ExplainedPractice;
import dev.pave.lifecycle.Explanation;
import dev.pave.lifecycle.Repository;
import dev.pave.lifecycle.TemplateSources;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Tells why a line of a generated repository is there: the practice, who asked for it, and the template that wrote it."
                    + " Or, the other way round, where a practice is.",
            "Without a path or a practice: how many practices are in force, by area."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    /** A path cannot hold a colon; a column, as editors write one, says nothing here. */
    private static final Pattern PLACE = Pattern.compile("([^:]*)(?::([0-9]{1,9}))?(?::[0-9]{1,9})?");

    private final Terminal terminal;
    private final GitEnvironment git;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH[:LINE]",
            arity = "0..1",
            description = "A file, relative to the repository's folder, or a line of one.")
    private @Nullable String place;

    @Option(names = "--practice", paramLabel = "ID", description = "A practice; 'pave list practices' lists all.")
    private @Nullable String practice;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "The repository's folder; by default the current one.")
    private Path directory = Path.of("");

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    ExplainCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        if (place != null && practice != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "give a path or --practice, not both: they answer different questions");
        }
        Repository repository = new Repository(directory, git);
        Explanation explanation = new Explanation(
                repository.render(options.generators().of(directory, TemplateSources.Wish.AS_LOCKED)),
                repository,
                repository.leftByPave());
        if (place != null) {
            explain(explanation, place);
        } else if (practice != null) {
            ExplainedPractice explained = explanation.practice(practice);
            if (json.asked()) {
                terminal.printJson(ExplainTree.practice(explained, explanation.plan()));
            } else {
                new PracticeView(terminal, explanation.plan()).print(explained);
            }
        } else if (json.asked()) {
            terminal.printJson(ExplainTree.coverage(explanation));
        } else {
            new CoverageView(terminal).print(explanation);
        }
        return ExitCode.DONE;
    }

    private void explain(Explanation explanation, String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            throw new InvalidInput(
                    new Problem("not-a-place", Location.of(place), "is not a place in a file", "as in: Dockerfile:12"));
        }
        String path = inRepository(matcher.group(1));
        Optional<Integer> line = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf);
        Optional<ExplainedFile> explained = explanation.file(path);
        explained.ifPresent(file -> line.ifPresent(number -> refuseMissing(file, number)));
        if (json.asked()) {
            terminal.printJson(explained
                    .map(file -> ExplainTree.file(file, line, explanation.plan()))
                    .orElseGet(() -> ExplainTree.notGenerated(path, explanation.nearest(path))));
        } else if (explained.isEmpty()) {
            terminal.print(path + " is not of Pave's making: it is yours, and no practice asked for it.");
            explanation.nearest(path).ifPresent(near -> terminal.print("The nearest that Pave made is " + near + "."));
        } else if (line.isPresent()) {
            new LineView(terminal, explanation.plan()).print(explained.get(), line.get());
        } else {
            new FileView(terminal).print(explained.get());
        }
    }

    private static void refuseMissing(ExplainedFile file, int line) {
        if (line < 1 || line > file.lines().size()) {
            throw new InvalidInput(new Problem(
                    "no-such-line",
                    Location.of(file.path()),
                    "has no line " + line,
                    file.binary()
                            ? "it is a binary file; ask without a line"
                            : "it has " + file.lines().size() + " lines"));
        }
    }

    /** The path as Pave names it: relative to the repository's folder, with slashes. */
    private String inRepository(String given) {
        Path folder = directory.toAbsolutePath().normalize();
        Path file = folder.resolve(given).normalize();
        if (given.isEmpty() || !file.startsWith(folder) || file.equals(folder)) {
            throw new InvalidInput(new Problem(
                    "no-such-file",
                    Location.of(given.isEmpty() ? "''" : given),
                    "is not a file of the repository in " + folder,
                    "give a path relative to that folder, or --directory"));
        }
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
