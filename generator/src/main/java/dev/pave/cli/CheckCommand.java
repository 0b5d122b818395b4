package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Repository;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problems;
import dev.pave.render.Rendering;
import dev.pave.workspace.Difference;
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
        description = "Compares repositories with a fresh render of their pave.yaml. Exit code 1 where one differs.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final GitEnvironment git;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Generated repositories.")
    private List<Path> directories = new ArrayList<>();

    @Option(names = "--names-only", description = "List the files that differ, without how they differ.")
    private boolean namesOnly;

    @Mixin
    private KnowledgeOptions options = new KnowledgeOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
    }

    @Override
    public Integer call() {
        Generator generator = options.generator();
        Problems problems = new Problems();
        List<Map<String, Object>> report = new ArrayList<>();
        boolean drift = false;
        for (Path directory : directories) {
            try {
                Repository repository = new Repository(directory, git);
                Rendering rendering = repository.render(generator).rendering();
                List<Difference> differences = repository.compare(rendering);
                drift |= !differences.isEmpty();
                report.add(tree(directory, differences));
                if (!json.asked()) {
                    print(directory, repository, rendering, differences);
                }
            } catch (InvalidInput e) {
                e.problems().forEach(problems::add);
            }
        }
        if (json.asked()) {
            terminal.printJson(report);
        }
        problems.throwIfAny();
        return drift ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void print(Path directory, Repository repository, Rendering rendering, List<Difference> differences) {
        if (differences.isEmpty()) {
            terminal.print(directory + ": " + rendering.files().size() + " files as generated");
            return;
        }
        terminal.print(
                directory + ": " + differences.size() + (differences.size() == 1 ? " difference" : " differences"));
        for (Difference difference : differences) {
            terminal.print("  " + difference);
        }
        if (!namesOnly) {
            for (Difference difference : differences) {
                String text = repository.textDifference(rendering, difference);
                if (!text.isEmpty()) {
                    terminal.print("");
                    terminal.print(text.stripTrailing());
                }
            }
        }
    }

    private static Map<String, Object> tree(Path directory, List<Difference> differences) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", directory.toString());
        tree.put(
                "differences",
                differences.stream()
                        .map(difference -> Map.of(
                                "path",
                                difference.path(),
                                "kind",
                                difference.kind().name()))
                        .toList());
        return tree;
    }
}
