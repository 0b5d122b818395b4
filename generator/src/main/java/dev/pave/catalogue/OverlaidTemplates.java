package dev.pave.catalogue;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A team's template root on top of the bundled one. Its manifest {@code templates.yaml} says so, and which bundled files it replaces:
 *
 * <pre>{@code
 * extends: bundled
 * replaces: [features/container/files/Dockerfile.ftl]
 * }</pre>
 *
 * A file that both have without a word in the manifest is a problem: a new version of Pave could bring one that nobody meant to hide. Only the files of the
 * catalogue may be in both; their entries add up.
 */
public final class OverlaidTemplates implements TemplateTree {

    /** The manifest of a template root. A root without one stands alone. */
    public static final String MANIFEST = "templates.yaml";

    private static final String BUNDLED = "bundled";
    private static final String CATALOGUE = "catalogue/";

    private final TemplateTree below;
    private final TemplateTree above;
    private final Set<String> replaced;

    private OverlaidTemplates(TemplateTree below, TemplateTree above, Set<String> replaced) {
        this.below = below;
        this.above = above;
        this.replaced = replaced;
    }

    /**
     * The root as it is used: by itself, or on top of the bundled one where its manifest says so.
     *
     * @param bundled read only where it is needed
     * @throws InvalidInput where the manifest is not as it should be, or two files have one path
     */
    public static TemplateTree of(TemplateTree root, Supplier<TemplateTree> bundled) {
        Optional<byte[]> manifest = root.bytes(MANIFEST);
        if (manifest.isEmpty()) {
            return root;
        }
        Problems problems = new Problems();
        YamlNode document =
                YamlReader.read(root.sourceName(MANIFEST), new String(manifest.get(), StandardCharsets.UTF_8));
        if (!(document instanceof Mapping mapping)) {
            problems.add("manifest", document.location(), "a manifest is a mapping", "write 'extends: bundled'");
            throw new InvalidInput(problems.list());
        }
        ManifestFields fields = new ManifestFields(problems);
        fields.knownKeys(mapping, Set.of("extends", "replaces"));
        fields.isWord(mapping, "extends", BUNDLED);
        Map<String, Location> replaces = new LinkedHashMap<>();
        for (YamlNode item : fields.sequence(mapping, "replaces")) {
            if (item instanceof Scalar scalar) {
                replaces.put(scalar.text(), scalar.location());
            } else {
                problems.add("manifest", item.location(), "'replaces' is a list of paths", "");
            }
        }
        if (mapping.get("extends").isEmpty() && !replaces.isEmpty()) {
            problems.add(
                    "manifest",
                    ManifestFields.place(mapping, "replaces"),
                    "a root that stands alone replaces nothing",
                    "add 'extends: bundled'");
        }
        problems.throwIfAny();
        return mapping.get("extends").isEmpty() ? root : over(bundled.get(), root, replaces);
    }

    private static TemplateTree over(TemplateTree below, TemplateTree above, Map<String, Location> replaces) {
        Problems problems = new Problems();
        replaces.forEach((path, place) -> {
            if (below.bytes(path).isEmpty()) {
                problems.add(
                        "replaces-nothing",
                        place,
                        "Pave bundles no template '" + path + "'",
                        Suggestion.remedy(path, below.paths()));
            } else if (above.bytes(path).isEmpty()) {
                problems.add(
                        "replaces-nothing",
                        place,
                        "'" + path + "' is not in this template root",
                        "add the file that is to take its place");
            }
        });
        for (String path : above.paths()) {
            boolean both = !isShared(path) && below.bytes(path).isPresent();
            if (both && !replaces.containsKey(path)) {
                problems.add(
                        "two-sources",
                        Location.of(above.sourceName(path)),
                        "two sources for one path: Pave bundles a template '" + path + "' too",
                        "add it to 'replaces' in " + MANIFEST + ", or give it another name");
            }
        }
        problems.throwIfAny();
        return new OverlaidTemplates(below, above, Set.copyOf(replaces.keySet()));
    }

    private static boolean isShared(String path) {
        return path.startsWith(CATALOGUE);
    }

    @Override
    public String name() {
        return above.name();
    }

    @Override
    public List<String> paths() {
        SortedSet<String> paths = new TreeSet<>(below.paths());
        paths.addAll(above.paths());
        paths.remove(MANIFEST);
        return List.copyOf(paths);
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return above.bytes(path).or(() -> below.bytes(path));
    }

    @Override
    public List<TemplateTree> layers() {
        return Stream.of(new Without(below, replaced), above).toList();
    }

    @Override
    public String sourceName(String path) {
        return above.bytes(path).isPresent() ? above.sourceName(path) : below.sourceName(path);
    }

    /** A root without the files that another one replaces. */
    private record Without(TemplateTree tree, Set<String> gone) implements TemplateTree {

        @Override
        public String name() {
            return tree.name();
        }

        @Override
        public List<String> paths() {
            return tree.paths().stream().filter(path -> !gone.contains(path)).toList();
        }

        @Override
        public Optional<byte[]> bytes(String path) {
            return gone.contains(path) ? Optional.empty() : tree.bytes(path);
        }
    }
}
