package dev.pave.cli;

import dev.pave.catalogue.Feature;
import dev.pave.cli.DescriptionOptions.Description;
import dev.pave.git.FirstCommit;
import dev.pave.git.GitEnvironment;
import dev.pave.git.TreeId;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.Generators;
import dev.pave.lifecycle.Knowledge;
import dev.pave.lifecycle.NewRepository;
import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import dev.pave.render.Coverage;
import dev.pave.render.RenderedFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        description = {
            "Generates a repository and commits it.",
            "Asks on a terminal for what is missing. Either the whole repository is there in the end, or nothing."
        },
        footer = {
            "",
            "Examples:",
            "  pave new student-records --from pave.yaml",
            "  pave new shop --yes --namespace com.example --owner team-shop",
            "  pave new shop --from pave.yaml --set options.java=21 --dry-run"
        },
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final GitEnvironment git;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where to: a directory that is empty or does not exist.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path target;

    @Mixin
    private DescriptionOptions description = new DescriptionOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Ask nothing; take the defaults for what is missing.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Show what would be generated; write nothing.")
    private boolean dryRun;

    @Option(names = "--no-commit", description = "Write the files without a Git repository.")
    private boolean noCommit;

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    NewCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        Optional<NewRepository> repository = dryRun
                ? Optional.empty()
                : Optional.of(NewRepository.at(target, noCommit ? Optional.empty() : Optional.of(git)));
        options.templatesToKeep().ifPresent(description::templates);
        Generators generators = options.generators();
        Description asked = description.read(terminal).orElseGet(() -> answers(generators.knowledge()));
        Generated generated = generators.of(asked.description(), target).generate(asked.description(), asked.text());
        Optional<FirstCommit.Result> commit = repository.flatMap(place -> place.write(generated));
        if (json.asked()) {
            terminal.printJson(tree(generated, commit));
        } else {
            print(generated, commit);
        }
        return ExitCode.DONE;
    }

    private Description answers(Knowledge knowledge) {
        Interview interview = new Interview(knowledge.templates(), target, description.overrides());
        if (yes) {
            return description.canonical(interview.defaults());
        }
        Person person = terminal.person()
                .orElseThrow(
                        () -> new CommandLine.ParameterException(
                                spec.commandLine(),
                                "nothing to generate from: give --from FILE, or --yes for the defaults, or run it on a terminal"));
        // What the command line says is checked before the first question.
        description.canonical(interview.defaults());
        return description.canonical(interview.ask(person));
    }

    /** Tells of a name that nobody gave, where it is not that of the directory either. */
    private Optional<String> chosenName(Plan plan) {
        String name = plan.description().name().kebab();
        Path last = target.toAbsolutePath().normalize().getFileName();
        boolean expected = last != null && last.toString().equals(name);
        return yes && !description.saysName() && !expected
                ? Optional.of("the service is called " + name + "; --name gives it another name")
                : Optional.empty();
    }

    private void print(Generated generated, Optional<FirstCommit.Result> commit) {
        Plan plan = generated.plan();
        int files = generated.rendering().files().size();
        if (dryRun) {
            for (RenderedFile file : generated.rendering().files()) {
                terminal.print(
                        String.format(Locale.ROOT, "%8d  %-12s %s", file.bytes().length, file.owner(), file.path()));
            }
        }
        terminal.print((dryRun ? "Would create " : "Created ") + target + ": " + files + " files"
                + commit.map(made -> ", commit " + made.commit().substring(0, 10) + " on " + made.branch())
                        .orElse(""));
        terminal.print(
                "  golden path  " + plan.path().id() + " (" + plan.path().part().title() + ")");
        terminal.print(
                "  features     " + plan.features().stream().map(Feature::id).collect(Collectors.joining(", ")));
        Coverage coverage = Coverage.of(plan, generated.rendering().files());
        terminal.print("  practices    " + coverage.count(Coverage.Status.IN_FORCE) + " in force, "
                + coverage.count(Coverage.Status.NOT_YET) + " not yet; PRACTICES.md says where");
        chosenName(plan).ifPresent(note -> terminal.print("  note         " + note));
        commit.ifPresent(made -> made.notes().forEach(note -> terminal.print("  note         " + note)));
        if (!dryRun) {
            terminal.print("");
            terminal.print("Next:");
            terminal.print("  cd " + quoted(target));
            next(plan).forEach(line -> terminal.print("  " + line));
        }
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9._/+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** What the golden path proposes to do in a new repository: commands, and what they are for. */
    private static List<String> next(Plan plan) {
        if (!(plan.path().part().facts().get("next") instanceof List<?> commands)) {
            return List.of();
        }
        return commands.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(command -> String.format("%-26s # %s", command.get("run"), command.get("says")))
                .toList();
    }

    private Map<String, Object> tree(Generated generated, Optional<FirstCommit.Result> commit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", target.toString());
        tree.put("name", generated.plan().description().name().kebab());
        tree.put("written", !dryRun);
        commit.ifPresent(made -> {
            tree.put("commit", made.commit());
            tree.put("branch", made.branch());
        });
        tree.put("tree", TreeId.of(generated.rendering()).hex());
        tree.put("path", generated.plan().path().id());
        tree.put(
                "features",
                generated.plan().features().stream().map(Feature::id).toList());
        tree.put(
                "practices",
                generated.plan().practices().values().stream()
                        .filter(PracticeStatus::inForce)
                        .map(PracticeStatus::id)
                        .toList());
        tree.put(
                "files",
                generated.rendering().files().stream().map(NewCommand::file).toList());
        return tree;
    }

    private static Map<String, Object> file(RenderedFile file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", file.path().value());
        tree.put("bytes", file.bytes().length);
        tree.put("mode", file.mode().name());
        tree.put("owner", file.owner());
        tree.put("template", file.source());
        tree.put(
                "practices",
                file.regions().stream()
                        .map(region -> region.practice())
                        .distinct()
                        .sorted()
                        .toList());
        return tree;
    }
}
