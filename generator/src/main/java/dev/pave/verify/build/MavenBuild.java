package dev.pave.verify.build;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.Invoker;
import org.apache.maven.shared.invoker.InvokerLogger;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.apache.maven.shared.invoker.PrintStreamLogger;
import org.apache.maven.shared.utils.cli.CommandLineException;

/** Runs the Maven of this machine. */
public final class MavenBuild {

    private final Path home;
    private final Path jdk;

    /**
     * @param home where Maven is installed
     * @param jdk home of the JDK that it runs on
     */
    public MavenBuild(Path home, Path jdk) {
        this.home = home;
        this.jdk = jdk;
    }

    /**
     * Where Maven is installed: what {@code MAVEN_HOME} or {@code M2_HOME} says, or where the {@code mvn} on the {@code PATH} leads.
     *
     * @param variables the environment
     */
    public static Optional<Path> home(Map<String, String> variables) {
        Stream<String> named = Stream.of("MAVEN_HOME", "M2_HOME").map(name -> variables.getOrDefault(name, ""));
        Stream<String> onPath = Arrays.stream(variables.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(MavenBuild::homeOfFolder);
        return Stream.concat(named, onPath)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(folder -> Files.isRegularFile(folder.resolve("bin/mvn")))
                .findFirst();
    }

    /** The home of the Maven whose {@code mvn} is in a folder, through links; empty where there is none. */
    private static String homeOfFolder(String folder) {
        try {
            Path program = Path.of(folder).resolve("mvn");
            return Files.isRegularFile(program)
                    ? program.toRealPath().resolve("../..").normalize().toString()
                    : "";
        } catch (IOException | InvalidPathException e) {
            return ""; // a folder that cannot be read holds no Maven for us
        }
    }

    /**
     * Runs Maven and waits for it.
     *
     * @param output takes what it prints, line by line, from several threads
     * @return its exit code
     * @throws IOException where it cannot be started
     */
    public int run(Path directory, List<String> arguments, Consumer<String> output) throws IOException {
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(directory.toFile());
        request.addArgs(arguments);
        request.setBatchMode(true);
        request.setJavaHome(jdk.toFile());
        request.setOutputHandler(output::accept);
        request.setErrorHandler(output::accept);
        Invoker invoker = new DefaultInvoker();
        invoker.setMavenHome(home.toFile());
        // It would print remarks of its own on standard output.
        invoker.setLogger(new PrintStreamLogger(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), InvokerLogger.FATAL));
        try {
            InvocationResult result = invoker.execute(request);
            CommandLineException failure = result.getExecutionException();
            if (failure != null) {
                throw new IOException(failure);
            }
            return result.getExitCode();
        } catch (MavenInvocationException e) {
            throw new IOException(e);
        }
    }
}
