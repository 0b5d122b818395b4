package dev.pave.verify.validate;

import static java.util.stream.Collectors.toCollection;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.verify.RepositoryFiles;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The YAML files of a repository, parsed once for all validators that share this. */
final class YamlFiles {

    private @Nullable RepositoryFiles last;
    private SortedMap<String, Parsed> parsed = new TreeMap<>();

    /**
     * A file.
     *
     * @param documents its documents; none where it does not parse
     * @param fault why it does not parse
     */
    record Parsed(List<YamlNode> documents, Optional<InvalidInput> fault) {}

    /** All YAML files by path. Those of a Helm chart are templates of YAML, and left out. */
    synchronized SortedMap<String, Parsed> of(RepositoryFiles files) {
        if (files != last) {
            SortedMap<String, Parsed> all = new TreeMap<>();
            SortedSet<String> charts = files.paths().stream()
                    .filter(path -> Paths.name(path).equals("Chart.yaml"))
                    .map(path -> Paths.join(Paths.folder(path), "templates"))
                    .collect(toCollection(TreeSet::new));
            for (String path : files.paths()) {
                if (isYaml(path) && charts.stream().noneMatch(chart -> path.startsWith(chart + "/"))) {
                    all.put(path, parse(path, files));
                }
            }
            parsed = all;
            last = files;
        }
        return parsed;
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    private static Parsed parse(String path, RepositoryFiles files) {
        try {
            if (files.bytes(path).map(bytes -> bytes.length).orElse(0) > Texts.MOST_BYTES) {
                throw new InvalidInput(
                        new Problem("too-long", Location.of(path), "longer than " + Texts.MOST_BYTES + " bytes", ""));
            }
            String text = files.text(path)
                    .orElseThrow(() -> new InvalidInput(
                            new Problem("encoding", Location.of(path), "not UTF-8", "save it as UTF-8")));
            return new Parsed(YamlReader.readAll(path, text), Optional.empty());
        } catch (InvalidInput e) {
            return new Parsed(List.of(), Optional.of(e));
        }
    }
}
