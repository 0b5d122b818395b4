package dev.pave.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.DriftCheck;
import dev.pave.lifecycle.FileState;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Knowledge;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static List<Path> examples() {
        return Bundled.examples();
    }

    @Test
    void thereIsAnExample() {
        assertThat(examples()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatItsDescriptionRendersTo(Path example) {
        // The lock names the templates in the jar, so it is those that are rendered here.
        Generator generator =
                new Generator(Knowledge.read(Optional.empty(), List.of()), System.getProperty("pave.version"));
        List<FileState> differing = new DriftCheck(example, GitEnvironment.ofProcess())
                .check(generator).files().stream()
                        .filter(file -> file.label() != FileState.Label.UNTOUCHED)
                        .toList();
        assertThat(differing)
                .as(() -> "run ./pave regenerate examples/* and look at the change:\n"
                        + differing.stream()
                                .map(file -> file.path() + ": " + file.label() + "\n" + file.difference())
                                .collect(joining("\n")))
                .isEmpty();
    }
}
