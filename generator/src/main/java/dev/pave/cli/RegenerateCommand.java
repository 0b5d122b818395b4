package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Repository;
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
            "Files that are no longer generated are deleted, unless git ignores them."
        },
        mixinStandardHelpOptions = true)
final class RegenerateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final GitEnvironment git;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Directories with a pave.yaml.")
    private List<Path> directories = new ArrayList<>();

    @Mixin
    private KnowledgeOptions options = new KnowledgeOptions();

    RegenerateCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
    }

    @Override
    public Integer call() {
        Generator generator = options.generator();
        // All are rendered before the first is written: a faulty description or template changes nothing.
        Map<Path, Rendering> renderings = new LinkedHashMap<>();
        for (Path directory : directories) {
            renderings.put(
                    directory, new Repository(directory, git).render(generator).rendering());
        }
        renderings.forEach((directory, rendering) -> {
            List<Difference> changed = new Repository(directory, git).replaceWith(rendering);
            terminal.print(directory + ": " + rendering.files().size() + " files, " + changed.size() + " changed");
        });
        return ExitCode.DONE;
    }
}
