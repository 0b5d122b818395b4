package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Generators;
import dev.pave.lifecycle.Repository;
import dev.pave.lifecycle.TemplateSources;
import dev.pave.lifecycle.update.Outcome;
import dev.pave.lifecycle.update.Update;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = {
            "Brings a repository to the templates, personas and pave.yaml of today, by a three-way merge that keeps your edits.",
            "Everything must be committed, except a changed pave.yaml. All is done or nothing; exit code 4 where conflicts wait for you."
        },
        footer = {
            "",
            "Examples:",
            "  pave update --dry-run            what would be done",
            "  pave update                      do it, and commit it",
            "  pave update --restore Makefile   as generated again",
            "  pave update --abort              as if it had never begun"
        },
        mixinStandardHelpOptions = true)
final class UpdateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final GitEnvironment git;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "A generated repository. Default: this directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "Version of the templates. Default: that of this Pave.")
    private @Nullable String to;

    @Option(names = "--no-commit", description = "Leave the update staged.")
    private boolean noCommit;

    @Option(
            names = "--only",
            paramLabel = "PATH",
            description = "Only this generated file or folder. May be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--restore",
            paramLabel = "PATH",
            description =
                    "This generated file or folder as generated, even if you deleted or edited it. May be given several times.")
    private List<String> restore = new ArrayList<>();

    @ArgGroup
    private Step step = new Step();

    @Mixin
    private final KnowledgeOptions options;

    @Mixin
    private JsonOption json = new JsonOption();

    /** At most one of these. */
    static final class Step {

        @Option(names = "--dry-run", description = "Show what would be done; change nothing.")
        private boolean dryRun;

        @Option(names = "--continue", description = "Commit an update whose conflicts you have solved and added.")
        private boolean resume;

        @Option(names = "--abort", description = "Take back an update that is not committed.")
        private boolean abort;
    }

    UpdateCommand(Terminal terminal, GitEnvironment git) {
        this.terminal = terminal;
        this.git = git;
        this.options = new KnowledgeOptions(git);
    }

    @Override
    public Integer call() {
        Repository.requireDescribed(directory);
        try (Update update = Update.of(directory, git)) {
            if (step.abort) {
                update.abort();
                return done("taken back", List.of(), new Update.Done(Optional.empty(), List.of()));
            }
            if (step.resume) {
                return done("finished", List.of(), update.resume());
            }
            if (!step.dryRun) {
                Optional<Update.Done> recovered = update.recover();
                if (recovered.isPresent()) {
                    return done("the update that was interrupted is complete", List.of(), recovered.get());
                }
            }
            return update(update, options.generators());
        }
    }

    private int update(Update update, Generators generators) {
        Update.Prepared prepared = update.prepare(
                generators.of(directory, TemplateSources.Wish.NEWEST),
                () -> generators.recorded(directory),
                new Update.Wish(only, restore, Optional.ofNullable(to), !noCommit));
        if (prepared.isNothing()) {
            return done("up to date", List.of(), new Update.Done(Optional.empty(), List.of()));
        }
        String versions = prepared.from()
                        .filter(version -> !version.equals(Version.current()))
                        .map(version -> "Pave " + version + " -> ")
                        .orElse("Pave ")
                + Version.current();
        if (!json.asked()) {
            terminal.print(directory + ": " + versions);
            prepared.outcomes().forEach(outcome -> terminal.print("  " + outcome));
        }
        String summary = prepared.summary().isEmpty() ? "only the lock changes" : prepared.summary();
        if (step.dryRun) {
            return done(
                    "would be: " + summary,
                    prepared.outcomes(),
                    new Update.Done(Optional.empty(), prepared.conflicts()));
        }
        return done(summary, prepared.outcomes(), prepared.apply());
    }

    private int done(String says, List<Outcome> outcomes, Update.Done done) {
        if (json.asked()) {
            terminal.printJson(tree(says, outcomes, done));
        } else {
            terminal.print(directory + ": " + says
                    + done.commit()
                            .map(commit -> ", commit " + commit.substring(0, 10))
                            .orElse(""));
            if (!done.conflicts().isEmpty() && !step.dryRun) {
                terminal.print("  " + String.join(", ", done.conflicts()) + " in conflict: edit, 'git add' each, then");
                terminal.print("  'pave update --continue'; or 'pave update --abort'");
            }
        }
        return done.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.CONFLICTS;
    }

    private Map<String, Object> tree(String says, List<Outcome> outcomes, Update.Done done) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", directory.toString());
        tree.put("result", says);
        tree.put("written", !step.dryRun);
        done.commit().ifPresent(commit -> tree.put("commit", commit));
        tree.put("conflicts", done.conflicts());
        tree.put(
                "files",
                outcomes.stream()
                        .map(outcome -> {
                            Map<String, Object> file = new LinkedHashMap<>();
                            file.put("path", outcome.path());
                            outcome.from().ifPresent(from -> file.put("from", from));
                            file.put("action", outcome.kind().toString());
                            if (!outcome.note().isEmpty()) {
                                file.put("note", outcome.note());
                            }
                            return file;
                        })
                        .toList());
        return tree;
    }
}
