package dev.pave.lifecycle;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the user names for a report. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Says before any work is done that a report could not be written.
     *
     * @throws InvalidInput where there can be no such file
     */
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw refused(file, "is a directory", "name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(file, "there is no directory for it", "make it first: " + folder);
        }
    }

    /** @throws InvalidInput where it cannot be written */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw refused(file, "cannot be written: " + e.getMessage(), "");
        }
    }

    private static InvalidInput refused(Path file, String message, String remedy) {
        return new InvalidInput(new Problem("report-file", Location.of(file.toString()), message, remedy));
    }
}
