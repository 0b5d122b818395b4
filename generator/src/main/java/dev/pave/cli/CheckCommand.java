package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.DriftCheck;
import dev.pave.lifecycle.FileState;
import dev.pave.lifecycle.FileState.Label;
import dev.pave.lifecycle.Generators;
import dev.pave.lifecycle.TemplateSources;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Compares repositories with a fresh render of their pave.yaml, for CI. Exit code 1 where one is not as generated.",
            "Files that were never generated do not count. 'pave diff' shows how a repository differs."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    private final Terminal terminal;
    private final GitEnvironment git;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Generated repositories.")
    private List<Path> directories = new ArrayList<>();

    @Option(
            names = "--outdated",
            description =
                    "Only tell whether an update is due: templates, personas or description are newer. Edits do not count.")
    private boolean outdated;

    @Option(
            names = "--exact",
            description = "Files that were never generated count too: for examples that nobody edits.")
    private boolean exact;

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        Generators generators = options.generators();
        TemplateSources.Wish wish = outdated ? TemplateSources.Wish.NEWEST : TemplateSources.Wish.AS_LOCKED;
        Problems problems = new Problems();
        List<Map<String, Object>> report = new ArrayList<>();
        boolean found = false;
        for (Path directory : directories) {
            try {
                DriftCheck.Result result = new DriftCheck(directory, git).check(generators.of(directory, wish));
                found |= outdated ? result.outdated() : result.files().stream().anyMatch(this::counts);
                report.add(tree(directory, result));
                if (!json.asked()) {
                    terminal.print(directory + ": " + (outdated ? due(result) : drift(result)));
                }
            } catch (InvalidInput e) {
                e.problems().forEach(problems::add);
            }
        }
        if (json.asked()) {
            terminal.printJson(report);
        }
        problems.throwIfAny();
        return found ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private boolean counts(FileState file) {
        return file.isDrift() || (exact && file.label() == Label.EXTRA);
    }

    private String drift(DriftCheck.Result result) {
        List<FileState> counted = result.files().stream().filter(this::counts).toList();
        if (counted.isEmpty()) {
            return result.count().getOrDefault(Label.UNTOUCHED, 0L) + " files as generated";
        }
        StringBuilder text = new StringBuilder(DriftCheck.summary(result.count()));
        counted.stream()
                .limit(MOST_NAMED)
                .forEach(file -> text.append("\n  ").append(DiffCommand.row(file.label(), file.path())));
        if (counted.size() > MOST_NAMED) {
            text.append("\n  and ").append(counted.size() - MOST_NAMED).append(" more");
        }
        return text.toString();
    }

    private static String due(DriftCheck.Result result) {
        String now = Version.current();
        if (!result.outdated()) {
            return "up to date with Pave " + now;
        }
        String why = result.madeWith()
                .map(version -> version.equals(now)
                        ? "templates, personas or pave.yaml have changed since"
                        : "made with Pave " + version + ", this is " + now)
                .orElse("without a lock, so of unknown age");
        return "an update is due: " + why;
    }

    private Map<String, Object> tree(Path directory, DriftCheck.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", directory.toString());
        result.madeWith().ifPresent(version -> tree.put("made-with", version));
        tree.put("outdated", result.outdated());
        Map<String, Long> count = new LinkedHashMap<>();
        result.count().forEach((label, files) -> count.put(label.toString(), files));
        tree.put("count", count);
        tree.put(
                "differences",
                result.files().stream()
                        .filter(this::counts)
                        .map(file -> Map.of(
                                "path", file.path(), "label", file.label().toString()))
                        .toList());
        return tree;
    }
}
