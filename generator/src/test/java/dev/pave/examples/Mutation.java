package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.verify.RepositoryFiles;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlNode.Sequence;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mistake that a person might make in a generated repository, and the rule that must catch it.
 *
 * @param name what a person did, in words
 * @param file the file that is changed; a new one where there is none of this name
 * @param old text that stands in the file exactly once; without it the file becomes {@code text} as a whole
 * @param text what stands there afterwards; without it the old text goes, and without both the file
 * @param rule id of the rule that reports it, or of the practice
 */
record Mutation(String name, String file, Optional<String> old, Optional<String> text, String rule) {

    private static final Set<String> KEYS = Set.of("name", "file", "old", "new", "rule");

    /** The mutations of a table: a list of {@code {name, file, old, new, rule}}. */
    static List<Mutation> table(Path table) {
        Sequence rows = (Sequence) YamlReader.read(table.toString(), read(table));
        return rows.items().stream().map(row -> of((Mapping) row)).toList();
    }

    private static String read(Path table) {
        try {
            return Files.readString(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutation of(Mapping row) {
        assertThat(KEYS).as("%s", row.location()).containsAll(row.entries().keySet());
        return new Mutation(
                text(row, "name").orElseThrow(),
                text(row, "file").orElseThrow(),
                text(row, "old"),
                text(row, "new"),
                text(row, "rule").orElseThrow());
    }

    private static Optional<String> text(Mapping row, String key) {
        Optional<YamlNode> value = row.get(key);
        return value.map(node -> ((Scalar) node).text());
    }

    String practice() {
        return rule.split("/", 2)[0];
    }

    /** The repository as it is after the mistake. */
    RepositoryFiles applyTo(RepositoryFiles files) {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        for (String path : files.paths()) {
            changed.put(path, files.bytes(path).orElseThrow());
        }
        if (old.isEmpty() && text.isEmpty()) {
            assertThat(changed.remove(file)).as(file).isNotNull();
            return RepositoryFiles.of(changed);
        }
        String after = old.isPresent() ? replaced(files, old.get()) : text.orElseThrow();
        changed.put(file, after.getBytes(StandardCharsets.UTF_8));
        return RepositoryFiles.of(changed);
    }

    private String replaced(RepositoryFiles files, String wanted) {
        String before = files.text(file).orElseThrow(() -> new AssertionError("there is no " + file));
        assertThat(before).as(file).containsOnlyOnce(wanted);
        return before.replace(wanted, text.orElse(""));
    }
}
