package dev.pave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "pave",
        header = "Generates service repositories whose every line has a reason.",
        description = {
            "",
            "Reads what experts say good services look like (personas) and a short description of a service (pave.yaml), and writes a"
                    + " repository that follows it: code, Dockerfile, Kubernetes manifests, GitHub Actions, OpenAPI, Flyway schema.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 findings or drift, 2 usage, 3 invalid input, 4 merge conflicts, 70 a bug in Pave",
            "",
            "First steps:  pave new my-service        answers a few questions, on a terminal",
            "              pave new my-service --from pave.yaml"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class PaveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    PaveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.complain(spec.commandLine().getUsageMessage());
        return ExitCode.USAGE;
    }
}
