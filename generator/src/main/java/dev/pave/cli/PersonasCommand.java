package dev.pave.cli;

import dev.pave.catalogue.Catalogue;
import dev.pave.catalogue.PersonaReport;
import dev.pave.lifecycle.Knowledge;
import dev.pave.persona.Persona;
import dev.pave.persona.PersonaReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "personas",
        description = "Shows how each line of a persona is understood, contradictions, and what is not recognised.",
        mixinStandardHelpOptions = true)
final class PersonasCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "0..*",
            description = "Personas to read; the bundled ones where none is given.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--templates", paramLabel = "DIR", description = "Template root with the catalogue to use.")
    private @Nullable Path templates;

    @Mixin
    private JsonOption json = new JsonOption();

    PersonasCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Knowledge.catalogue(Knowledge.tree(Optional.ofNullable(templates)));
        List<Persona> personas = files.isEmpty() ? Knowledge.personas(List.of()) : PersonaReader.read(files);
        PersonaReport report = PersonaReport.of(personas, catalogue);
        if (json.asked()) {
            terminal.printJson(report.tree());
        } else {
            terminal.print(report.text().stripTrailing());
            terminal.print("");
            terminal.print("PRACTICES.md of a generated repository says which practices its files hold, and where.");
        }
        return ExitCode.DONE;
    }
}
