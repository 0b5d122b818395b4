package dev.pave.verify.validate;

import dev.pave.problem.Suggestion;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Kubernetes objects have the fields that their kind has, of the right type, and refer to what is there. */
final class KubernetesValidator implements Validator {

    private static final NavigableMap<String, List<String>> KINDS = kinds();
    private static final SortedMap<String, Shape> CUSTOM = ShapeReader.read("custom-resources.yaml");
    private static final KubernetesTypes TYPES = new KubernetesTypes();

    private final YamlFiles yaml;

    KubernetesValidator(YamlFiles yaml) {
        this.yaml = yaml;
    }

    @Override
    public String id() {
        return "kubernetes";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        List<KubernetesObject> objects = new ArrayList<>();
        yaml.of(files).forEach((path, parsed) -> {
            for (YamlNode root : parsed.documents()) {
                if (isManifest(path, root)) {
                    check(root, report);
                    KubernetesObject.of(path, root).ifPresent(objects::add);
                }
            }
        });
        new KubernetesReferences(objects, KustomizeFiles.of(yaml.of(files)), report).check();
        return report.findings();
    }

    private static boolean isManifest(String path, YamlNode root) {
        return Nodes.text(root, "apiVersion").isPresent()
                && Nodes.text(root, "kind").isPresent()
                && !Nodes.text(root, "apiVersion").orElseThrow().startsWith("kustomize.config.k8s.io/")
                && !Paths.name(path).equals("Chart.yaml");
    }

    private static void check(YamlNode root, Report report) {
        String apiVersion = Nodes.text(root, "apiVersion").orElseThrow();
        String kind = Nodes.text(root, "kind").orElseThrow();
        shape(apiVersion, kind)
                .ifPresentOrElse(
                        shape -> {
                            new ShapeCheck(report).check(root, shape, "");
                            if (Nodes.text(root, "metadata", "name").isEmpty()
                                    && Nodes.text(root, "metadata", "generateName")
                                            .isEmpty()) {
                                report.add(
                                        "missing-field",
                                        Nodes.place(root, "metadata"),
                                        kind + " has no name",
                                        "add metadata.name");
                            }
                        },
                        () -> unknown(root, apiVersion, kind, report));
    }

    private static Optional<Shape> shape(String apiVersion, String kind) {
        if (KINDS.getOrDefault(apiVersion, List.of()).contains(kind)) {
            return Optional.of(TYPES.of(apiVersion, kind));
        }
        return Optional.ofNullable(CUSTOM.get(apiVersion + " " + kind));
    }

    /** Custom resources are many, and those that nobody described here cannot be judged; Kubernetes' own groups are known. */
    private static void unknown(YamlNode root, String apiVersion, String kind, Report report) {
        List<String> versions = Stream.concat(
                        KINDS.entrySet().stream()
                                .filter(entry -> entry.getValue().contains(kind))
                                .map(Map.Entry::getKey),
                        CUSTOM.keySet().stream()
                                .filter(name -> name.endsWith(" " + kind))
                                .map(name -> name.substring(0, name.indexOf(' '))))
                .toList();
        String group = apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
        boolean own = KINDS.containsKey(apiVersion)
                || KINDS.keySet().stream().anyMatch(known -> known.startsWith(group + "/"))
                || (versions.stream().anyMatch(KINDS::containsKey) && !group.contains("."))
                || CUSTOM.keySet().stream().anyMatch(known -> known.startsWith(group + "/"));
        if (own) {
            String remedy = versions.isEmpty()
                    ? Suggestion.remedy(kind, KINDS.getOrDefault(apiVersion, List.of()))
                    : kind + " is in " + String.join(", ", versions);
            report.add("unknown-kind", Nodes.place(root, "kind"), "no kind " + kind + " in " + apiVersion, remedy);
        }
    }

    private static NavigableMap<String, List<String>> kinds() {
        NavigableMap<String, List<String>> kinds = new TreeMap<>();
        YamlNode root = ShapeReader.mapping("kubernetes-kinds.yaml");
        for (String apiVersion : Nodes.entries(root).keySet()) {
            kinds.put(
                    apiVersion,
                    Nodes.items(root, apiVersion).stream()
                            .flatMap(kind -> Nodes.text(kind).stream())
                            .toList());
        }
        return kinds;
    }
}
