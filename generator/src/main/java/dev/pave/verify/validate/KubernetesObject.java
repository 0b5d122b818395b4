package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object that a manifest declares.
 *
 * @param namespace empty where the manifest names none
 */
record KubernetesObject(
        String file, YamlNode root, String apiVersion, String kind, String name, Optional<String> namespace) {

    /** The object that a document is; empty where it is none, or has no name. */
    static Optional<KubernetesObject> of(String file, YamlNode root) {
        Optional<String> apiVersion = Nodes.text(root, "apiVersion");
        Optional<String> kind = Nodes.text(root, "kind");
        Optional<String> name = Nodes.text(root, "metadata", "name");
        if (apiVersion.isEmpty() || kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KubernetesObject(
                file, root, apiVersion.get(), kind.get(), name.get(), Nodes.text(root, "metadata", "namespace")));
    }

    /** {@code Deployment student-records}. */
    String called() {
        return kind + " " + name;
    }

    Location place(String... keys) {
        return Nodes.place(root, keys);
    }

    /** Whether both can be in one namespace: a manifest that names none goes where it is applied to. */
    boolean meets(KubernetesObject other) {
        return namespace.isEmpty() || other.namespace.isEmpty() || namespace.equals(other.namespace);
    }

    /** The pod that the object is or makes: a mapping with metadata and spec. */
    Optional<YamlNode> pod() {
        return switch (kind) {
            case "Pod" -> Optional.of(root);
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "ReplicationController" ->
                Nodes.at(root, "spec", "template");
            case "CronJob" -> Nodes.at(root, "spec", "jobTemplate", "spec", "template");
            default -> Optional.empty();
        };
    }

    Map<String, String> podLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        pod().ifPresent(pod -> Nodes.entries(pod, "metadata", "labels")
                .forEach((key, entry) -> Nodes.text(entry.value()).ifPresent(value -> labels.put(key, value))));
        return labels;
    }
}
