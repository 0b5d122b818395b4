import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packs folders into one file of the classes, so that Pave finds its templates without scanning its jar, and reads them without opening hundreds of
 * resources. Run by the build as a single source file: {@code java Bundle.java <file> <folder>...}.
 *
 * <p>The file begins with a line for each of the files, sorted by path, its length in bytes and its path:
 * {@code 2078 templates/features/container/files/Dockerfile.ftl}. An empty line ends the list; the contents follow, in the same order. Names that
 * start with a dot are templates like all others.
 */
final class Bundle {

    /** What editors and file managers drop beside one's files. */
    private static final Pattern LITTER = Pattern.compile("\\.DS_Store|Thumbs\\.db|.*~|\\..*\\.sw[a-p]");

    private Bundle() {}

    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[0]);
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            add(Path.of(folder).toAbsolutePath().normalize(), files);
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            bundle.writeBytes((file.getValue().length + " " + file.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        bundle.write('\n');
        files.values().forEach(bundle::writeBytes);
        writeIfChanged(output, bundle.toByteArray());
    }

    private static void add(Path folder, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !LITTER.matcher(file.getFileName().toString()).matches()) {
                    String path = folder.getParent().relativize(file).toString().replace('\\', '/');
                    files.put(path, Files.readAllBytes(file));
                }
            }
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
