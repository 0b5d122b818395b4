package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Generators;
import dev.pave.lifecycle.Repository;
import dev.pave.lifecycle.TemplateSources;
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
import picocli.CommandLine.Parameters;

@Command(
        name = "regenerate",
        description = {
            "Writes a fresh render of its pave.yaml over a directory, edits included: for examples in a template repository.",
            "Files that are no longer generated are deleted, unless git ignores them. Where git could not give them back, because they"
                    + " are not tracked or have changed, nothing is written."
        },
        mixinStandardHelpOptions = true)
final class RegenerateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final GitEnvironment git;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Directories with a pave.yaml.")
    private List<Path> directories = new ArrayList<>();

    @Mixin
    private final KnowledgeOptions options;

    RegenerateCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        Generators generators = options.generators();
        // All are rendered before the first is written: a faulty description or template changes nothing.
        Map<Path, Rendering> renderings = new LinkedHashMap<>();
        for (Path directory : directories) {
            renderings.put(
                    directory,
                    new Repository(directory, git)
                            .render(generators.of(directory, TemplateSources.Wish.AS_LOCKED))
                            .rendering());
        }
        Problems problems = new Problems();
        Map<Path, List<String>> deletions = new LinkedHashMap<>();
        renderings.forEach((directory, rendering) -> {
            try {
                deletions.put(directory, new Repository(directory, git).deletions(rendering));
            } catch (InvalidInput e) {
                e.problems().forEach(problems::add);
            }
        });
        problems.throwIfAny();
        renderings.forEach((directory, rendering) -> {
            List<Difference> changed = new Repository(directory, git).replaceWith(rendering);
            terminal.print(directory + ": " + rendering.files().size() + " files, " + changed.size() + " changed");
            deletions.getOrDefault(directory, List.of()).forEach(path -> terminal.print("  deleted " + path));
        });
        return ExitCode.DONE;
    }
}
