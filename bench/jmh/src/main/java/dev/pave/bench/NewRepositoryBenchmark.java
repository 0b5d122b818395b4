package dev.pave.bench;

import dev.pave.git.FirstCommit;
import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.Knowledge;
import dev.pave.lifecycle.NewRepository;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What {@code pave new} does once it has started: the plan, the rendering, and all of it with the files and the commit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class NewRepositoryBenchmark {

    /** The service description; relative to the directory in which the benchmark is started. */
    @Param("examples/student-records/pave.yaml")
    public String description = "";

    private final Knowledge knowledge = Knowledge.read(Optional.empty(), List.of());
    private final Generator generator = new Generator(knowledge, "benchmark");
    private final GitEnvironment git = new GitEnvironment(
            Map.of(
                    "GIT_CONFIG_NOSYSTEM", "1",
                    "GIT_AUTHOR_NAME", "Bench",
                    "GIT_AUTHOR_EMAIL", "bench@example.org",
                    "GIT_COMMITTER_NAME", "Bench",
                    "GIT_COMMITTER_EMAIL", "bench@example.org"),
            Path.of("/nowhere"),
            Clock.systemUTC());
    private String text = "";
    private Path folder = Path.of("");
    private int made;

    @Setup(Level.Iteration)
    public void read() throws IOException {
        text = Files.readString(Path.of(description));
        folder = Files.createTempDirectory("pave-bench");
    }

    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(NewRepositoryBenchmark::delete);
        }
    }

    @Benchmark
    public Object plan() {
        return generator.plan(parse());
    }

    @Benchmark
    public Generated planAndRender() {
        return generator.generate(parse(), text);
    }

    @Benchmark
    public Optional<FirstCommit.Result> planRenderWriteAndCommit() {
        made++;
        return NewRepository.at(folder.resolve("repository-" + made), Optional.of(git))
                .write(generator.generate(parse(), text));
    }

    private ServiceDescription parse() {
        return new ServiceDescriptionReader().read(description, text);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
