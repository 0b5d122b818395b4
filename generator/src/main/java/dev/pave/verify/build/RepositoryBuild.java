package dev.pave.verify.build;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.verify.build.BuildResult.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds and tests a repository by its own command, in a directory that nothing is lost with. Runs the code of the repository, with all that the user may. */
public final class RepositoryBuild {

    private final Map<String, String> variables;
    private final Path jdk;
    private final Duration limit;
    private final Consumer<String> progress;

    /**
     * @param variables the environment, in which programs are looked for
     * @param jdk home of the JDK to build with
     * @param limit the longest that it may take
     * @param progress hears of each step that begins, in a few words
     */
    public RepositoryBuild(Map<String, String> variables, Path jdk, Duration limit, Consumer<String> progress) {
        this.variables = Map.copyOf(variables);
        this.jdk = jdk;
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * Runs the command.
     *
     * @param directory with the files of the repository; is written to
     * @throws InvalidInput where the program is not there
     * @throws IOException where the log cannot be written
     */
    public BuildResult run(Path directory, BuildCommand command) throws IOException {
        Optional<List<String>> arguments = command.mavenArguments();
        Optional<MavenBuild> maven = arguments.isEmpty() ? Optional.empty() : Optional.of(maven(command));
        Path file = Files.createTempFile("pave-build-", ".log");
        try (BuildLog log = new BuildLog(file, progress);
                TimeLimit time = new TimeLimit(limit)) {
            int exit = maven.isPresent()
                    ? maven.get().run(directory, arguments.orElseThrow(), log::add)
                    : ShellBuild.run(directory, command.line(), log::add);
            Outcome outcome = time.isOver() ? Outcome.TOOK_TOO_LONG : exit == 0 ? Outcome.PASSED : Outcome.FAILED;
            if (outcome == Outcome.PASSED) {
                Files.delete(file);
            }
            return new BuildResult(command.line(), command.file(), outcome, file, tail(log, directory));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The end of the log with paths as the user knows them. */
    private static List<String> tail(BuildLog log, Path directory) {
        String prefix = directory + File.separator;
        return log.tail().stream().map(line -> line.replace(prefix, "")).toList();
    }

    private MavenBuild maven(BuildCommand command) {
        return MavenBuild.home(variables)
                .map(home -> new MavenBuild(home, jdk))
                .orElseThrow(() -> new InvalidInput(new Problem(
                        "no-maven",
                        Location.of(command.file()),
                        "there is no Maven to build it with",
                        "put mvn on the PATH, or set MAVEN_HOME")));
    }
}
