package dev.pave.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder of files inside Pave's own jar. The build writes their index, so that nothing scans the jar at start. */
public final class BundledFiles implements TemplateTree {

    private static final String INDEX = "/pave/index";

    private final String folder;
    private final List<String> paths;
    private final Set<String> known;

    private BundledFiles(String folder, List<String> paths) {
        this.folder = folder;
        this.paths = paths;
        this.known = new HashSet<>(paths);
    }

    /** @param folder {@code templates} or {@code personas} */
    public static BundledFiles of(String folder) {
        String prefix = folder + "/";
        return new BundledFiles(
                folder,
                new String(resource(INDEX), StandardCharsets.UTF_8)
                        .lines()
                        .filter(path -> path.startsWith(prefix))
                        .map(path -> path.substring(prefix.length()))
                        .sorted()
                        .toList());
    }

    private static byte[] resource(String path) {
        try (InputStream in = BundledFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Pave's jar is incomplete: no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Pave's jar cannot be read: " + path, e);
        }
    }

    @Override
    public String name() {
        return folder;
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return known.contains(path) ? Optional.of(resource("/pave/" + folder + "/" + path)) : Optional.empty();
    }
}
