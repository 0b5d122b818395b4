package dev.pave.catalogue;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template root in a directory. It is untrusted: links are refused, since they could lead outside, and so are files of more than a mebibyte, more than
 * 10,000 files, and folders nested deeper than 40.
 */
public final class DirectoryTemplates implements TemplateTree {

    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 40;

    private final String name;
    private final List<String> paths;
    private final Map<String, Path> files;

    private DirectoryTemplates(String name, Map<String, Path> files) {
        this.name = name;
        this.files = files;
        this.paths = files.keySet().stream().sorted().toList();
    }

    /**
     * Lists the directory; contents are read when they are asked for.
     *
     * @throws InvalidInput where the directory is not a template root that can be trusted to stay inside itself
     */
    public static DirectoryTemplates of(Path directory) {
        String name = directory.toString();
        if (!Files.isDirectory(directory)) {
            throw refused(name, "not a directory", "give the folder that holds catalogue/, paths/ and features/");
        }
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> walk = Files.walk(directory, DEEPEST)) {
            walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .forEach(file -> {
                        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                            throw refused(
                                    file.toString(),
                                    "a link or special file",
                                    "templates are plain files; copy the content");
                        }
                        files.put(directory.relativize(file).toString().replace('\\', '/'), file);
                    });
        } catch (IOException e) {
            throw refused(name, "cannot be read: " + e.getMessage(), "");
        } catch (UncheckedIOException e) {
            throw refused(name, "cannot be read: " + e.getCause().getMessage(), "");
        }
        if (files.size() > MOST_FILES) {
            throw refused(name, "more than " + MOST_FILES + " files", "is this the right folder?");
        }
        return new DirectoryTemplates(name, files);
    }

    private static InvalidInput refused(String source, String message, String remedy) {
        return new InvalidInput(new Problem("template-root", Location.of(source), message, remedy));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        Path file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(sourceName(path), "larger than " + MOST_BYTES + " bytes", "");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw refused(sourceName(path), "cannot be read: " + e.getMessage(), "");
        }
    }
}
