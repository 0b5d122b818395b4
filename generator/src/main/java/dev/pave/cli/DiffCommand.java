package dev.pave.cli;

import dev.pave.cli.Styled.Style;
import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.DriftCheck;
import dev.pave.lifecycle.FileState;
import dev.pave.lifecycle.FileState.Label;
import dev.pave.lifecycle.TemplateSources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "Shows how a repository differs from a fresh render of its pave.yaml. Exit code 1 where it is not as generated.",
            "A file is edited, missing, outdated (as generated, but the render is newer) or extra (never generated)."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final GitEnvironment git;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "A generated repository. Default: this directory.")
    private Path directory = Path.of(".");

    @Option(names = "--stat", description = "Only count the lines that differ in each file.")
    private boolean stat;

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    DiffCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        DriftCheck.Result result = new DriftCheck(directory, git)
                .check(options.generators().of(directory, TemplateSources.Wish.AS_LOCKED));
        if (json.asked()) {
            terminal.printJson(tree(result));
        } else {
            print(result);
        }
        return result.isDrift() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    /** A label and a path, in columns. */
    static String row(Label label, String path) {
        return String.format(Locale.ROOT, "%-9s %s", label, path);
    }

    private void print(DriftCheck.Result result) {
        for (FileState file : result.files()) {
            if (file.label() == Label.UNTOUCHED) {
                continue;
            }
            String counted = stat && !file.difference().isEmpty() ? "  +" + file.added() + " -" + file.removed() : "";
            terminal.print(List.of(Styled.strong(row(file.label(), file.path()) + counted)));
            if (!stat) {
                file.difference().lines().forEach(line -> terminal.print(List.of(new Styled(style(line), line))));
            }
        }
        terminal.print(result.files().size() + " files: " + DriftCheck.summary(result.count()));
    }

    private static Style style(String line) {
        if (line.startsWith("---") || line.startsWith("+++")) {
            return Style.STRONG;
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> Style.ADDED;
            case '-' -> Style.REMOVED;
            case '@' -> Style.PRACTICE;
            default -> Style.PLAIN;
        };
    }

    private Map<String, Object> tree(DriftCheck.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", directory.toString());
        result.madeWith().ifPresent(version -> tree.put("made-with", version));
        tree.put("outdated", result.outdated());
        tree.put(
                "files",
                result.files().stream()
                        .filter(file -> !stat || file.label() != Label.UNTOUCHED)
                        .map(this::tree)
                        .toList());
        return tree;
    }

    private Map<String, Object> tree(FileState file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", file.path());
        tree.put("label", file.label().toString());
        if (!file.difference().isEmpty()) {
            tree.put("added", file.added());
            tree.put("removed", file.removed());
            if (!stat) {
                tree.put("difference", file.difference());
            }
        }
        return tree;
    }
}
