package dev.pave.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Repository;
import dev.pave.render.Rendering;
import dev.pave.workspace.Difference;
import java.nio.file.Path;
import java.util.List;
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
        Repository repository = new Repository(example, GitEnvironment.ofProcess());
        Rendering rendering = repository.render(Bundled.generator()).rendering();
        List<Difference> differences = repository.compare(rendering);
        assertThat(differences)
                .as(() -> "run ./pave regenerate examples/* and look at the change:\n"
                        + differences.stream()
                                .map(difference -> difference + "\n" + repository.textDifference(rendering, difference))
                                .collect(joining("\n")))
                .isEmpty();
    }
}
