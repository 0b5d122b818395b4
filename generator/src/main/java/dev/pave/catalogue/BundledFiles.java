package dev.pave.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of files inside Pave's own jar. The build packs them all into one resource, {@code /pave/bundle}, in the form that
 * {@code src/build/Bundle.java} describes: opening hundreds of resources one by one would take longer than rendering them.
 */
public final class BundledFiles implements TemplateTree {

    private static final String BUNDLE = "/pave/bundle";

    private final String folder;
    private final Map<String, byte[]> files;

    private BundledFiles(String folder, Map<String, byte[]> files) {
        this.folder = folder;
        this.files = files;
    }

    /** @param folder {@code templates} or {@code personas} */
    public static BundledFiles of(String folder) {
        String prefix = folder + "/";
        byte[] bundle = bundle();
        Map<String, byte[]> files = new TreeMap<>();
        int start = contents(bundle);
        int line = 0;
        while (bundle[line] != '\n') {
            int end = indexOf(bundle, '\n', line);
            int space = indexOf(bundle, ' ', line);
            int length = Integer.parseInt(text(bundle, line, space));
            String path = text(bundle, space + 1, end);
            if (path.startsWith(prefix)) {
                files.put(path.substring(prefix.length()), Arrays.copyOfRange(bundle, start, start + length));
            }
            start += length;
            line = end + 1;
        }
        return new BundledFiles(folder, files);
    }

    /** Where the list of the files ends. */
    private static int contents(byte[] bundle) {
        int line = 0;
        while (bundle[line] != '\n') {
            line = indexOf(bundle, '\n', line) + 1;
        }
        return line + 1;
    }

    private static int indexOf(byte[] bundle, char wanted, int from) {
        int i = from;
        while (bundle[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String text(byte[] bundle, int from, int to) {
        return new String(bundle, from, to - from, StandardCharsets.UTF_8);
    }

    private static byte[] bundle() {
        try (InputStream in = BundledFiles.class.getResourceAsStream(BUNDLE)) {
            if (in == null) {
                throw new IllegalStateException("Pave's jar is incomplete: no " + BUNDLE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Pave's jar cannot be read: " + BUNDLE, e);
        }
    }

    @Override
    public String name() {
        return folder;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
