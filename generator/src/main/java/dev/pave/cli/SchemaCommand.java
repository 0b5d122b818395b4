package dev.pave.cli;

import dev.pave.spec.PaveSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of pave.yaml, with which editors complete and check it.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.print(PaveSchema.json().stripTrailing());
        return ExitCode.DONE;
    }
}
