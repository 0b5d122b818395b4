package dev.pave.cli;

import dev.pave.cli.DescriptionOptions.Description;
import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.DescriptionText;
import dev.pave.plan.Decision;
import dev.pave.plan.Plan;
import dev.pave.plan.PlannedFile;
import dev.pave.problem.Location;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = {
            "Shows what would be generated and why: decisions with their reasons, files with their owners. Writes nothing.",
            "Reads ./pave.yaml unless --from names another file."
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DescriptionOptions description = new DescriptionOptions();

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    PlanCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        Description read =
                description.read(terminal).orElseGet(() -> description.parse(DescriptionText.of(Path.of("pave.yaml"))));
        Plan plan = options.generators()
                .of(read.description(), description.folder())
                .plan(read.description());
        if (json.asked()) {
            terminal.printJson(tree(plan));
        } else {
            print(plan);
        }
        return ExitCode.DONE;
    }

    private void print(Plan plan) {
        terminal.print("Decisions");
        for (Decision decision : plan.decisions()) {
            terminal.print("  " + decision.what());
            terminal.print("      " + decision.why()
                    + decision.places().stream().map(Location::toString).collect(Collectors.joining(", ", " (", ")")));
        }
        terminal.print("");
        terminal.print("Files");
        for (PlannedFile file : plan.files()) {
            terminal.print(String.format("  %-16s %s", file.owner(), file.path()));
        }
        terminal.print("");
        terminal.print(plan.files().size() + " files and pave.yaml, "
                + plan.decisions().size() + " decisions");
    }

    private static Map<String, Object> tree(Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("decisions", plan.decisions().stream().map(PlanCommand::tree).toList());
        tree.put("files", plan.files().stream().map(PlanCommand::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Decision decision) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", decision.what());
        tree.put("why", decision.why());
        tree.put("places", decision.places().stream().map(Location::toString).toList());
        return tree;
    }

    private static Map<String, Object> tree(PlannedFile file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", file.path().value());
        tree.put("owner", file.owner());
        tree.put("template", file.template());
        tree.put("practices", file.practices());
        return tree;
    }
}
