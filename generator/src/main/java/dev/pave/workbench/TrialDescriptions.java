package dev.pave.workbench;

import dev.pave.catalogue.TemplateTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Descriptions that are likely to break a template: Pave's own, and those in {@code trials/} of a template root. */
public final class TrialDescriptions {

    private static final List<String> BUNDLED = List.of("least", "types", "words");
    private static final String FOLDER = "trials/";
    private static final String SUFFIX = ".yaml";

    private TrialDescriptions() {}

    /** Texts by name. */
    public static Map<String, String> of(TemplateTree tree) {
        Map<String, String> texts = new TreeMap<>();
        BUNDLED.forEach(name -> texts.put(name, bundled(name)));
        for (String path : tree.paths()) {
            if (path.startsWith(FOLDER) && path.endsWith(SUFFIX)) {
                texts.put(
                        path.substring(FOLDER.length(), path.length() - SUFFIX.length()),
                        new String(tree.bytes(path).orElseThrow(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static String bundled(String name) {
        String resource = FOLDER + name + SUFFIX;
        try (InputStream in = Objects.requireNonNull(TrialDescriptions.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
