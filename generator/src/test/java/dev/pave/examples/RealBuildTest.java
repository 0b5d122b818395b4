package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.FirstCommit;
import dev.pave.git.GitEnvironment;
import dev.pave.git.TreeId;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.NewRepository;
import dev.pave.verify.build.MavenBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generates repositories and runs {@code mvn verify} in them, for each JDK of the system property {@code pave.jdks} (homes, separated by colons; the running one
 * where it is not set). Takes minutes, so it is not part of {@code mvn verify} but of {@code .ci/run}. What passed once with the same tree and JDK is not
 * built again where {@code pave.proofs} names a directory to remember it in.
 */
@Tag("real-build")
class RealBuildTest {

    @TempDir
    private Path temporary;

    static Stream<Arguments> builds() {
        String jdks = System.getProperty("pave.jdks", System.getProperty("java.home"));
        return Bundled.descriptions().stream()
                .flatMap(description ->
                        Arrays.stream(jdks.split(":", -1)).map(jdk -> Arguments.of(description, Path.of(jdk))));
    }

    @ParameterizedTest
    @MethodSource("builds")
    void aGeneratedRepositoryBuildsAndPassesItsTests(Path description, Path jdk) throws Exception {
        Generated generated = Bundled.generate(description);
        Optional<Path> proof = proof(generated, jdk);
        if (proof.isPresent() && Files.exists(proof.get())) {
            System.out.println("proven before: " + description + " on " + jdk.getFileName());
            return;
        }
        Path repository = temporary.resolve("repository");
        GitEnvironment git = new GitEnvironment(
                Map.of(
                        "GIT_AUTHOR_NAME", "Pave",
                        "GIT_AUTHOR_EMAIL", "pave@example.org",
                        "GIT_COMMITTER_NAME", "Pave",
                        "GIT_COMMITTER_EMAIL", "pave@example.org"),
                temporary,
                Clock.systemUTC());
        Optional<FirstCommit.Result> commit =
                NewRepository.at(repository, Optional.of(git)).write(generated);
        assertThat(commit.orElseThrow().tree()).isEqualTo(TreeId.of(generated.rendering()));

        List<String> log = Collections.synchronizedList(new ArrayList<>());
        int exit = new MavenBuild(Path.of(System.getProperty("maven.home")), jdk)
                .run(repository, List.of("verify"), log::add);

        assertThat(exit)
                .as(() -> String.join("\n", log.subList(Math.max(0, log.size() - 200), log.size())))
                .isZero();
        assertThat(log).anyMatch(line -> line.contains("BUILD SUCCESS"));
        assertThat(log)
                .as("tests ran, on a real database")
                .anyMatch(line -> line.matches(".*Tests run: [1-9][0-9]*, Failures: 0, Errors: 0, Skipped: 0.*"));
        assertThat(log.stream().filter(RealBuildTest::isWarning)).isEmpty();
        if (proof.isPresent()) {
            Files.createDirectories(proof.get().getParent());
            Files.createFile(proof.get());
        }
    }

    /** Maven 3.8 itself warns on JDK 24 and later, through its own Guice and Jansi: that is not the repository's to mend. */
    private static boolean isWarning(String line) {
        return line.contains("[WARNING]") || (line.contains("WARN") && line.contains("\"log\""));
    }

    private static Optional<Path> proof(Generated generated, Path jdk) throws IOException {
        String directory = System.getProperty("pave.proofs", "");
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        Properties release = new Properties();
        try (var in = Files.newInputStream(jdk.resolve("release"))) {
            release.load(in);
        }
        String version = release.getProperty("JAVA_VERSION", "unknown").replace("\"", "");
        return Optional.of(Path.of(directory, TreeId.of(generated.rendering()).hex() + "-jdk-" + version));
    }
}
