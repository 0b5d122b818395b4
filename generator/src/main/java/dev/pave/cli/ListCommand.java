package dev.pave.cli;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Practice;
import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Knowledge;
import dev.pave.persona.Persona;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Lists what there is, a line each.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    /** What can be listed; lower case, as it is typed. */
    enum Kind {
        paths,
        features,
        personas,
        practices
    }

    private record Row(String id, String says) {}

    private final Terminal terminal;

    @Parameters(paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kind kind;

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    ListCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        Knowledge knowledge = options.generators().knowledge();
        List<Row> rows = switch (kind) {
            case paths ->
                knowledge.templates().goldenPaths().values().stream()
                        .map(ListCommand::row)
                        .toList();
            case features ->
                knowledge.templates().features().values().stream()
                        .map(ListCommand::row)
                        .toList();
            case personas -> knowledge.personas().stream().map(ListCommand::row).toList();
            case practices ->
                knowledge.catalogue().practices().values().stream()
                        .map(ListCommand::row)
                        .toList();
        };
        if (json.asked()) {
            terminal.printJson(rows.stream().map(ListCommand::tree).toList());
            return ExitCode.DONE;
        }
        int width = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
        rows.forEach(
                row -> terminal.print(row.id() + " ".repeat(width - row.id().length() + 2) + row.says()));
        return ExitCode.DONE;
    }

    private static Row row(GoldenPath path) {
        String optional = path.defaultFeatures().isEmpty() ? "" : "; with " + String.join(", ", path.defaultFeatures());
        return new Row(path.id(), path.part().title() + ": " + path.part().summary() + optional);
    }

    private static Row row(Feature feature) {
        String requires = feature.requires().isEmpty() ? "" : "; requires " + String.join(", ", feature.requires());
        return new Row(feature.id(), feature.title() + ": " + feature.summary() + requires);
    }

    private static Row row(Persona persona) {
        return new Row(persona.id().value(), persona.location().source());
    }

    private static Row row(Practice practice) {
        return new Row(
                practice.id().value(),
                practice.title()
                        + practice.because()
                                .map(because -> " (" + practice.stance().written() + ": " + because + ")")
                                .orElse(""));
    }

    private static Map<String, Object> tree(Row row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", row.id());
        tree.put("says", row.says());
        return tree;
    }
}
