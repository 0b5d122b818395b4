package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Kustomizations have the fields that kustomize knows, name files that are there, and change objects that are there. */
final class KustomizeValidator implements Validator {

    private static final Shape SHAPE = ShapeReader.read("kustomization.yaml").get("Kustomization");

    private final YamlFiles yaml;

    KustomizeValidator(YamlFiles yaml) {
        this.yaml = yaml;
    }

    @Override
    public String id() {
        return "kustomize";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        KustomizeFiles all = KustomizeFiles.of(yaml.of(files));
        all.roots().forEach((folder, root) -> {
            new ShapeCheck(report).check(root, SHAPE, "");
            new References(files, all, folder, report).check(root);
            // What a component changes is there only together with what includes it.
            if (!all.isComponent(folder)) {
                targets(files, all, folder, report);
            }
        });
        return report.findings();
    }

    /** Patches and images of a kustomization and of the components that it includes, against what they all bring. */
    private void targets(RepositoryFiles files, KustomizeFiles all, String folder, Report report) {
        List<KubernetesObject> objects = new ArrayList<>();
        for (String path : all.manifests(folder)) {
            Optional.ofNullable(yaml.of(files).get(path))
                    .ifPresent(parsed -> parsed.documents()
                            .forEach(root -> KubernetesObject.of(path, root).ifPresent(objects::add)));
        }
        KustomizeTargets targets = new KustomizeTargets(objects, report);
        for (String each : all.folders(folder)) {
            if (each.equals(folder) || all.isComponent(each)) {
                targets.check(Optional.ofNullable(all.roots().get(each)).orElseThrow());
            }
        }
    }

    /** The files and folders that one kustomization names. */
    private record References(RepositoryFiles files, KustomizeFiles all, String folder, Report report) {

        void check(YamlNode root) {
            for (String key : List.of("resources", "bases", "components", "generators", "transformers", "validators")) {
                Nodes.items(root, key).forEach(item -> brought(item, key.equals("components")));
            }
            for (String key : List.of("patchesStrategicMerge", "crds", "configurations")) {
                Nodes.items(root, key).forEach(item -> {
                    if (Nodes.text(item).filter(text -> text.contains("\n")).isEmpty()) {
                        file(item);
                    }
                });
            }
            for (String key : List.of("patches", "patchesJson6902", "replacements")) {
                Nodes.items(root, key).forEach(item -> Nodes.at(item, "path").ifPresent(this::file));
            }
            Nodes.at(root, "openapi", "path").ifPresent(this::file);
            for (String key : List.of("configMapGenerator", "secretGenerator")) {
                for (YamlNode generator : Nodes.items(root, key)) {
                    Nodes.items(generator, "envs").forEach(this::file);
                    Nodes.at(generator, "env").ifPresent(this::file);
                    Nodes.items(generator, "files").forEach(this::keyedFile);
                }
            }
            duplicates(root);
        }

        private void duplicates(YamlNode root) {
            for (String key : List.of("resources", "components")) {
                NavigableSet<String> seen = new TreeSet<>();
                for (YamlNode item : Nodes.items(root, key)) {
                    Nodes.text(item)
                            .filter(text -> !seen.add(text))
                            .ifPresent(text -> report.add(
                                    "duplicate-resource",
                                    item.location(),
                                    "'" + text + "' is given twice",
                                    "keep one"));
                }
            }
        }

        private void brought(YamlNode item, boolean component) {
            String text = Nodes.text(item).orElse("");
            if (text.isEmpty() || text.contains("://") || text.startsWith("git@") || text.startsWith("github.com/")) {
                return; // of another repository
            }
            Optional<String> path = Paths.resolve(folder, text);
            if (path.isPresent() && all.roots().containsKey(path.get())) {
                if (component != all.isComponent(path.get())) {
                    report.add(
                            "wrong-kind",
                            item.location(),
                            "'" + text + "' is " + (component ? "no component" : "a component"),
                            component ? "name it under resources" : "name it under components");
                }
            } else if (path.isPresent() && Paths.isFolder(files, path.get())) {
                report.add(
                        "missing-file",
                        item.location(),
                        "the folder '" + text + "' has no kustomization.yaml that can be read",
                        "add one, or name its files");
            } else {
                missing(item.location(), text, path);
            }
        }

        private void file(YamlNode item) {
            Nodes.text(item).ifPresent(text -> missing(item.location(), text, Paths.resolve(folder, text)));
        }

        /** {@code key=file}, or a file whose name is the key. */
        private void keyedFile(YamlNode item) {
            Nodes.text(item).ifPresent(text -> {
                String name = text.substring(text.indexOf('=') + 1);
                missing(item.location(), name, Paths.resolve(folder, name));
            });
        }

        private void missing(Location place, String text, Optional<String> path) {
            if (path.filter(p -> Paths.isFile(files, p)).isEmpty()) {
                report.add(
                        "missing-file",
                        place,
                        "'" + text + "' is not in the repository",
                        "add it, or correct the path");
            }
        }
    }
}
