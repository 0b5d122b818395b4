package dev.pave.verify.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs a command line by the shell, as continuous integration does with the same line. */
final class ShellBuild {

    private ShellBuild() {}

    /**
     * Runs it and waits for it.
     *
     * @param output takes what it prints, line by line
     * @return its exit code
     * @throws IOException where there is no shell
     */
    static int run(Path directory, String line, Consumer<String> output) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            printed.lines().forEach(output);
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it builds");
        } finally {
            process.destroy();
        }
    }
}
