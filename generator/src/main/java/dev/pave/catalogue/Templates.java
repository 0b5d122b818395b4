package dev.pave.catalogue;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a template root offers.
 *
 * @param tree its files
 * @param goldenPaths by id
 * @param features by id
 * @param versions what templates print of versions and pins
 * @param types how each field type is written in each language
 * @param rules the checks of practices, in the order of their parts
 */
public record Templates(
        TemplateTree tree,
        SortedMap<String, GoldenPath> goldenPaths,
        SortedMap<String, Feature> features,
        Map<String, Map<String, Object>> versions,
        TypeTable types,
        List<Rule> rules) {

    /**
     * Reads all manifests.
     *
     * @throws InvalidInput with everything that is wrong in any of them
     */
    public static Templates read(TemplateTree tree) {
        Problems problems = new Problems();
        ManifestReader reader = new ManifestReader(tree, problems);
        SortedMap<String, GoldenPath> paths =
                each(tree, "paths", "path.yaml", reader::goldenPath, GoldenPath::id, problems);
        SortedMap<String, Feature> features =
                each(tree, "features", "feature.yaml", reader::feature, Feature::id, problems);
        Map<String, Map<String, Object>> versions = new VersionsReader(tree).read();
        TypeTable types = TypeTable.read(tree, problems);
        List<Rule> rules = new RulesReader(tree, problems).read();
        problems.throwIfAny();
        return new Templates(tree, paths, features, versions, types, rules);
    }

    private static <T> SortedMap<String, T> each(
            TemplateTree tree,
            String folder,
            String manifest,
            Function<String, Optional<T>> read,
            Function<T, String> id,
            Problems problems) {
        SortedSet<String> roots = new TreeSet<>();
        for (String path : tree.paths()) {
            String[] parts = path.split("/", 4);
            if (parts.length == 3 && parts[0].equals(folder) && parts[2].equals(manifest)) {
                roots.add(parts[0] + "/" + parts[1]);
            }
        }
        SortedMap<String, T> found = new TreeMap<>();
        for (String root : roots) {
            try {
                read.apply(root).ifPresent(part -> found.put(id.apply(part), part));
            } catch (InvalidInput e) {
                e.problems().forEach(problems::add);
            }
        }
        return found;
    }
}
