package dev.pave.testing;

import dev.pave.catalogue.TemplateTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template root in memory. It begins with what every root needs: a catalogue of a few practices, and one golden path that brings nothing. */
public final class MemoryTemplates implements TemplateTree {

    /** Practices of every stance; {@code coverage} has a figure. */
    private static final String PRACTICES = """
            - {id: coverage, title: Test coverage, area: tests, recognise: [coverage], figure: {unit: percent, strictest: highest}}
            - {id: linting, title: Linting, area: tests, recognise: [linting]}
            - {id: multi-stage, title: Multi-stage image, area: container, recognise: [multi-stage]}
            - {id: non-root, title: Non-root user, area: container, recognise: [non-root]}
            - {id: runbook, title: Runbook, area: docs, recognise: [runbook], stance: documented, because: people run it}
            - {id: fast-builds, title: Fast builds, area: docs, recognise: [fast builds], stance: target, because: it is measured}
            - {id: mainframe, title: Mainframe, area: docs, recognise: [mainframe], stance: not-applicable, because: there is none}
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public MemoryTemplates() {
        with("catalogue/practices.yaml", PRACTICES);
        with("catalogue/technologies.yaml", "[]");
        with("catalogue/contradictions.yaml", "[]");
        with("paths/service/path.yaml", """
                id: service
                title: Service
                summary: A service
                """);
    }

    /** Adds a file, or replaces one. */
    public MemoryTemplates with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public MemoryTemplates with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Takes a file away. */
    public MemoryTemplates without(String path) {
        files.remove(path);
        return this;
    }

    /** Writes the root to a directory, as {@code --templates} takes it. */
    public Path writeTo(Path directory) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<String> paths() {
        return files.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
