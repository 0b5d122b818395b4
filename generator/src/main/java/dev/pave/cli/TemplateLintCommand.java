package dev.pave.cli;

import dev.pave.lifecycle.Knowledge;
import dev.pave.problem.Problem;
import dev.pave.workbench.TemplateLint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        description = {
            "Looks for what is wrong with a template root, all at once: manifests and rules against their schemas, templates that cannot be read,"
                    + " unknown practices, slots and versions, versions outside versions/, practices without a rule, files that nothing uses.",
            "Exit code 1 where there is something."
        },
        mixinStandardHelpOptions = true)
final class TemplateLintCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Template root; the bundled one where none is named.")
    private @Nullable Path directory;

    @Mixin
    private JsonOption json = new JsonOption();

    TemplateLintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Problem> problems = TemplateLint.lint(Knowledge.tree(Optional.ofNullable(directory)));
        if (json.asked()) {
            terminal.printJson(problems.stream().map(TemplateLintCommand::tree).toList());
        } else {
            problems.forEach(problem -> terminal.print(problem.toString()));
            terminal.print(
                    problems.isEmpty()
                            ? "nothing found"
                            : problems.size() + (problems.size() == 1 ? " problem" : " problems"));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static Map<String, Object> tree(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", problem.code());
        tree.put("file", problem.location().source());
        tree.put("line", problem.location().line());
        tree.put("column", problem.location().column());
        tree.put("message", problem.message());
        tree.put("remedy", problem.remedy());
        return tree;
    }
}
