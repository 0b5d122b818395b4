package dev.pave.verify.validate;

import dev.pave.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The kustomizations of a repository, by folder, and what each brings together. */
final class KustomizeFiles {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final SortedMap<String, String> fileOfFolder = new TreeMap<>();
    private final SortedMap<String, YamlNode> rootOfFolder = new TreeMap<>();

    private KustomizeFiles() {}

    static KustomizeFiles of(SortedMap<String, YamlFiles.Parsed> yaml) {
        KustomizeFiles all = new KustomizeFiles();
        yaml.forEach((path, parsed) -> {
            if (NAMES.contains(Paths.name(path)) && parsed.documents().size() == 1) {
                all.fileOfFolder.put(Paths.folder(path), path);
                all.rootOfFolder.put(Paths.folder(path), parsed.documents().get(0));
            }
        });
        return all;
    }

    /** The kustomizations by folder. */
    SortedMap<String, YamlNode> roots() {
        return rootOfFolder;
    }

    String file(String folder) {
        return fileOfFolder.getOrDefault(folder, folder);
    }

    boolean isComponent(String folder) {
        return Optional.ofNullable(rootOfFolder.get(folder))
                .flatMap(root -> Nodes.text(root, "kind"))
                .filter("Component"::equals)
                .isPresent();
    }

    /** Folders of the kustomization and of all that it builds on. */
    NavigableSet<String> folders(String folder) {
        NavigableSet<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(folder));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (rootOfFolder.containsKey(next) && seen.add(next)) {
                named(next).forEach(open::push);
            }
        }
        return seen;
    }

    /** Manifests that the kustomization brings, itself or by what it builds on. */
    NavigableSet<String> manifests(String folder) {
        NavigableSet<String> manifests = new TreeSet<>();
        for (String each : folders(folder)) {
            named(each).stream().filter(path -> !rootOfFolder.containsKey(path)).forEach(manifests::add);
        }
        return manifests;
    }

    /** What a kustomization names as resources, bases and components, as paths of the repository. */
    private List<String> named(String folder) {
        List<String> paths = new ArrayList<>();
        YamlNode root = rootOfFolder.get(folder);
        if (root != null) {
            for (String key : List.of("resources", "bases", "components")) {
                for (YamlNode item : Nodes.items(root, key)) {
                    Nodes.text(item)
                            .flatMap(text -> Paths.resolve(folder, text))
                            .ifPresent(paths::add);
                }
            }
        }
        return paths;
    }

    /** Names of what generators of the key bring, in all kustomizations. */
    NavigableSet<String> generated(String key) {
        NavigableSet<String> names = new TreeSet<>();
        for (Map.Entry<String, YamlNode> root : rootOfFolder.entrySet()) {
            for (YamlNode generator : Nodes.items(root.getValue(), key)) {
                Nodes.text(generator, "name").ifPresent(names::add);
            }
        }
        return names;
    }
}
