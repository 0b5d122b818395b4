import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies folders into the classes and lists what is in them, so that Pave finds its templates without scanning its jar. Run by the build as a
 * single source file: {@code java BundledIndex.java <classes>/pave <folder>...}.
 *
 * <p>The list, {@code pave/index}, has one path a line, sorted: {@code templates/features/container/files/Dockerfile.ftl}. Names that start
 * with a dot are templates like all others. What was deleted from a folder disappears from the classes too, which Maven's resources plugin
 * does not do.
 */
final class BundledIndex {

    /** What editors and file managers drop beside one's files. */
    private static final Pattern LITTER = Pattern.compile("\\.DS_Store|Thumbs\\.db|.*~|\\..*\\.sw[a-p]");

    private BundledIndex() {}

    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[0]);
        TreeSet<String> index = new TreeSet<>();
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            index.addAll(copy(Path.of(folder), output));
        }
        removeAllBut(index, output);
        writeIfChanged(output.resolve("index"), (String.join("\n", index) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> copy(Path folder, Path output) throws IOException {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        List<String> paths = files(folder).stream()
                .map(file -> name + "/" + folder.relativize(file).toString().replace('\\', '/'))
                .toList();
        for (String path : paths) {
            writeIfChanged(output.resolve(path), Files.readAllBytes(folder.resolve(path.substring(name.length() + 1))));
        }
        return paths;
    }

    private static void removeAllBut(Set<String> index, Path output) throws IOException {
        for (Path file : files(output)) {
            if (!index.contains(output.relativize(file).toString().replace('\\', '/'))) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !LITTER.matcher(file.getFileName().toString()).matches())
                    .collect(Collectors.toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Leaves a file that is right as it is, with its time, so that later steps of the build see no change. */
    private static void writeIfChanged(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }
}
