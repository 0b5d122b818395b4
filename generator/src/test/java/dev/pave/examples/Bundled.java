package dev.pave.examples;

import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.Knowledge;
import dev.pave.spec.ServiceDescriptionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project's own templates, personas and descriptions, as they are in the source tree. */
final class Bundled {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** Pave's version as the build has it, so that a render equals one by the jar. */
    private static final String VERSION = System.getProperty("pave.version", "development");

    private Bundled() {}

    static Generator generator() {
        return new Generator(
                Knowledge.read(Optional.of(PROJECT.resolve("templates")), List.of(PROJECT.resolve("personas"))),
                VERSION);
    }

    static Generated generate(Path description) {
        String text = read(description);
        return generator().generate(new ServiceDescriptionReader().read(description.toString(), text), text);
    }

    /** Descriptions of all examples, and of the one with every type, cycles and reserved words. */
    static List<Path> descriptions() {
        return Stream.concat(
                        examples().stream().map(example -> example.resolve("pave.yaml")),
                        Stream.of(Path.of("src/test/resources/descriptions/everything.yaml")))
                .toList();
    }

    static List<Path> examples() {
        try (Stream<Path> examples = Files.list(PROJECT.resolve("examples"))) {
            return examples.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
