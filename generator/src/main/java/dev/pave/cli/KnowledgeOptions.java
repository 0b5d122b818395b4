package dev.pave.cli;

import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that read templates and personas. */
final class KnowledgeOptions {

    @Option(names = "--templates", paramLabel = "DIR", description = "Template root to use instead of the bundled one.")
    private @Nullable Path templates;

    @Option(
            names = "--personas",
            paramLabel = "FILE|DIR",
            description =
                    "More personas; one with the id of a bundled persona takes its place. May be given several times.")
    private List<Path> personas = new ArrayList<>();

    Optional<Path> templates() {
        return Optional.ofNullable(templates);
    }

    List<Path> personas() {
        return personas;
    }

    Knowledge knowledge() {
        return Knowledge.read(templates(), personas);
    }

    Generator generator() {
        return new Generator(knowledge(), Version.current());
    }
}
