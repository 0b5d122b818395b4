package dev.pave.cli;

import dev.pave.lifecycle.Knowledge;
import dev.pave.verify.Finding;
import dev.pave.verify.Validator;
import dev.pave.verify.sql.FlywayValidator;
import dev.pave.verify.sql.SqlDatabase;
import dev.pave.verify.sql.SqlQueries;
import dev.pave.verify.validate.Validators;
import dev.pave.workbench.Trial;
import dev.pave.workbench.TrialDescriptions;
import dev.pave.workbench.Trials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = {
            "Renders every golden path in many ways, so that each pair of description, persona, option and left-out feature meets, and judges each"
                    + " result by all rules and validators.",
            "Descriptions that are likely to break a template come with Pave; more may stand in trials/*.yaml of the template root.",
            "Exit code 1 where one has findings or cannot be rendered."
        },
        mixinStandardHelpOptions = true)
final class TemplateTestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Template root; the bundled one where none is named.")
    private @Nullable Path directory;

    @Option(names = "--personas", paramLabel = "FILE|DIR", description = "More personas. May be given several times.")
    private List<Path> personas = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    TemplateTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Knowledge knowledge = Knowledge.read(Optional.ofNullable(directory), personas);
        Map<String, String> descriptions =
                TrialDescriptions.of(knowledge.templates().tree());
        List<Trial> trials = run(knowledge, descriptions);
        if (json.asked()) {
            terminal.printJson(trials.stream().map(TemplateTestCommand::tree).toList());
        } else {
            summary(trials);
        }
        return trials.stream().allMatch(Trial::passed) ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private List<Trial> run(Knowledge knowledge, Map<String, String> descriptions) {
        try (SqlDatabase database = new SqlDatabase()) {
            return new Trials(knowledge, Version.current(), () -> validators(database), new SqlQueries(database))
                    .run(descriptions, trial -> {
                        if (!json.asked() && !trial.passed()) {
                            print(trial);
                        }
                    });
        }
    }

    private static List<Validator> validators(SqlDatabase database) {
        List<Validator> validators = new ArrayList<>(Validators.all());
        validators.add(new FlywayValidator(database));
        return validators;
    }

    private void print(Trial trial) {
        terminal.print(trial.path() + ": " + trial.choices());
        trial.problems()
                .forEach(problem -> terminal.print(problem.toString().indent(2).stripTrailing()));
        trial.findings().forEach(finding -> terminal.print("  " + line(finding)));
    }

    private static String line(Finding finding) {
        return finding.place() + ": " + finding.message() + " (" + finding.rule() + ")";
    }

    private void summary(List<Trial> trials) {
        SortedMap<String, List<Trial>> byPath = new TreeMap<>();
        trials.forEach(trial ->
                byPath.computeIfAbsent(trial.path(), id -> new ArrayList<>()).add(trial));
        terminal.print(String.format("%-20s %8s %8s %8s %8s", "golden path", "trials", "passed", "files", "findings"));
        byPath.forEach((path, of) -> terminal.print(String.format(
                "%-20s %8d %8d %8d %8d",
                path,
                of.size(),
                of.stream().filter(Trial::passed).count(),
                of.stream().mapToInt(Trial::files).sum(),
                of.stream()
                        .mapToInt(trial ->
                                trial.findings().size() + trial.problems().size())
                        .sum())));
    }

    private static Map<String, Object> tree(Trial trial) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", trial.path());
        tree.put("description", trial.description());
        tree.put("personas", trial.personas());
        tree.put("without", trial.without());
        tree.put("options", trial.options());
        tree.put("files", trial.files());
        tree.put("problems", trial.problems().stream().map(Object::toString).toList());
        tree.put(
                "findings",
                trial.findings().stream().map(TemplateTestCommand::line).toList());
        return tree;
    }
}
