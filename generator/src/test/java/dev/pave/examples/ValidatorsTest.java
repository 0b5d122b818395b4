package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.verify.validate.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Pave generates is whole: no validator has anything against it. */
class ValidatorsTest {

    @ParameterizedTest
    @MethodSource("dev.pave.examples.Bundled#descriptions")
    void nothingIsWrongWithAFreshRendering(Path description) {
        assertThat(findings(RepositoryFiles.of(Bundled.generate(description).rendering())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.pave.examples.Bundled#examples")
    void nothingIsWrongWithTheExamples(Path example) {
        assertThat(findings(RepositoryFiles.of(files(example)))).isEmpty();
    }

    @Test
    void everyValidatorHasAnIdOfItsOwn() {
        assertThat(Validators.all())
                .extracting(Validator::id)
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSizeGreaterThan(5);
    }

    private static List<Finding> findings(RepositoryFiles files) {
        return Validators.all().stream()
                .flatMap(validator -> validator.validate(files).stream())
                .toList();
    }

    private static SortedMap<String, byte[]> files(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("target/") && !name.startsWith(".git/")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
