package dev.pave.cli;

import dev.pave.spec.PaveSchema;
import dev.pave.workbench.ManifestSchemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        description =
                "Prints a JSON Schema, with which editors complete and check files: of pave.yaml; of manifests (feature.yaml and path.yaml);"
                        + " of rules (rules.yaml).",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    /** Files that have a schema. */
    enum Schema {
        PAVE,
        MANIFEST,
        RULES
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "pave",
            description = "pave, manifest or rules. Default: pave")
    private Schema schema = Schema.PAVE;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String text = switch (schema) {
            case PAVE -> PaveSchema.json();
            case MANIFEST -> ManifestSchemas.manifest();
            case RULES -> ManifestSchemas.rules();
        };
        terminal.print(text.stripTrailing());
        return ExitCode.DONE;
    }
}
