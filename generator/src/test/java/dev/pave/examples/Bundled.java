package dev.pave.examples;

import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.Knowledge;
import dev.pave.plan.PracticeStatus;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.verify.rule.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The facts of the golden path as templates see them. */
    @SuppressWarnings("unchecked") // Planner makes it so
    static Map<String, Object> facts(Generated generated) {
        return (Map<String, Object>)
                ((Map<String, Object>) generated.plan().model().get("path")).get("facts");
    }

    /** What a repository is judged by that was made from this description. */
    static Asked asked(Generated generated) {
        SortedMap<String, Double> practices = new TreeMap<>();
        generated.plan().practices().values().stream()
                .filter(PracticeStatus::inForce)
                .forEach(status -> practices.put(
                        status.id(),
                        status.figure()
                                .map(figure -> figure.value().doubleValue())
                                .orElse(0.0)));
        SortedSet<String> parts = new TreeSet<>();
        parts.add(generated.plan().path().id());
        generated.plan().features().forEach(feature -> parts.add(feature.id()));
        return new Asked(practices, parts, facts(generated));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
