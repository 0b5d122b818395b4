package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import dev.pave.git.GitUrl;
import dev.pave.lifecycle.Generators;
import dev.pave.lifecycle.TemplateSources;
import dev.pave.problem.Location;
import dev.pave.spec.TemplateReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that read templates and personas. */
final class KnowledgeOptions {

    private static final String TEMPLATES = "--templates";

    @Option(
            names = TEMPLATES,
            paramLabel = "DIR|URL[#REF]",
            description =
                    "Template root to use instead of the one that pave.yaml names, or the bundled one: a directory, or a Git repository.")
    private @Nullable String templates;

    @Option(
            names = "--personas",
            paramLabel = "FILE|DIR",
            description =
                    "More personas; one with the id of a bundled persona takes its place. May be given several times.")
    private List<Path> personas = new ArrayList<>();

    private final GitEnvironment git;

    KnowledgeOptions(GitEnvironment git) {
        this.git = git;
    }

    /** The templates that the command line names. */
    Optional<TemplateReference> templates() {
        return Optional.ofNullable(templates).map(text -> TemplateReference.parse(text, Location.of(TEMPLATES)));
    }

    /** The address that the command line names, as a description says it; empty for a directory, which is a place on one machine. */
    Optional<String> templatesToKeep() {
        return Optional.ofNullable(templates).filter(GitUrl::isMeant);
    }

    List<Path> personas() {
        return personas;
    }

    Generators generators() {
        return new Generators(new TemplateSources(git), templates(), personas, Version.current());
    }
}
