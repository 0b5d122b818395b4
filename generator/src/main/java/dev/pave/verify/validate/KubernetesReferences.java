package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what Kubernetes objects say of each other: names, selectors and ports. */
final class KubernetesReferences {

    private final List<KubernetesObject> objects;
    private final KustomizeFiles kustomize;
    private final Report report;

    KubernetesReferences(List<KubernetesObject> objects, KustomizeFiles kustomize, Report report) {
        this.objects = objects;
        this.kustomize = kustomize;
        this.report = report;
    }

    void check() {
        duplicates();
        KubernetesPodReferences pods = new KubernetesPodReferences(objects, kustomize, report);
        for (KubernetesObject object : objects) {
            object.pod().ifPresent(pod -> pods.check(object, pod));
            switch (object.kind()) {
                case "Service" -> service(object);
                case "NetworkPolicy" -> networkPolicy(object);
                case "PodDisruptionBudget" -> selected(object, "spec", "selector", "matchLabels");
                case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> ownSelector(object);
                case "HorizontalPodAutoscaler" -> target(object, "spec", "scaleTargetRef");
                case "VerticalPodAutoscaler" -> target(object, "spec", "targetRef");
                case "Ingress" -> ingress(object);
                default -> {
                    // says nothing of others that could be compared
                }
            }
        }
    }

    /** Objects that one kustomization brings, or, without any, that one folder has, are applied together. */
    private void duplicates() {
        Set<String> inKustomization = new TreeSet<>();
        for (String folder : kustomize.roots().keySet()) {
            NavigableSet<String> manifests = kustomize.manifests(folder);
            inKustomization.addAll(manifests);
            duplicatesOf(objects.stream()
                    .filter(object -> manifests.contains(object.file()))
                    .toList());
        }
        Map<String, List<KubernetesObject>> byFolder = new HashMap<>();
        objects.stream()
                .filter(object -> !inKustomization.contains(object.file()))
                .forEach(object -> byFolder.computeIfAbsent(Paths.folder(object.file()), folder -> new ArrayList<>())
                        .add(object));
        byFolder.values().forEach(this::duplicatesOf);
    }

    private void duplicatesOf(List<KubernetesObject> together) {
        Map<List<Object>, KubernetesObject> first = new HashMap<>();
        for (KubernetesObject object : together) {
            String apiVersion = object.apiVersion();
            String group = apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
            KubernetesObject earlier =
                    first.putIfAbsent(List.of(group, object.kind(), object.name(), object.namespace()), object);
            if (earlier != null) {
                report.add(
                        "duplicate-object",
                        object.place("metadata", "name"),
                        object.called() + " is declared twice",
                        "first declared at " + earlier.place("metadata", "name") + "; keep one");
            }
        }
    }

    private List<KubernetesObject> pods(KubernetesObject near, Map<String, String> labels) {
        return objects.stream()
                .filter(object -> object.pod().isPresent() && object.meets(near))
                .filter(object -> object.podLabels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    private static Map<String, String> labels(KubernetesObject object, String... keys) {
        Map<String, String> labels = new HashMap<>();
        Nodes.entries(object.root(), keys)
                .forEach((key, entry) -> Nodes.text(entry.value()).ifPresent(value -> labels.put(key, value)));
        return labels;
    }

    /** The pods that a selector chooses; a selector that chooses none is a finding. */
    private List<KubernetesObject> selected(KubernetesObject object, String... keys) {
        Map<String, String> labels = labels(object, keys);
        if (labels.isEmpty()) {
            return List.of();
        }
        List<KubernetesObject> pods = pods(object, labels);
        if (pods.isEmpty()) {
            report.add(
                    "selector-matches-nothing",
                    object.place(keys),
                    "no pod of the repository has the labels that " + object.called() + " selects",
                    "make it the labels of a pod template");
        }
        return pods;
    }

    private void ownSelector(KubernetesObject object) {
        Map<String, String> labels = labels(object, "spec", "selector", "matchLabels");
        if (!object.podLabels().entrySet().containsAll(labels.entrySet())) {
            report.add(
                    "selector-matches-nothing",
                    object.place("spec", "selector", "matchLabels"),
                    "the pods of " + object.called() + " do not have the labels that it selects",
                    "make it labels of spec.template.metadata");
        }
    }

    private void service(KubernetesObject service) {
        List<KubernetesObject> pods = selected(service, "spec", "selector");
        for (YamlNode port : Nodes.items(service.root(), "spec", "ports")) {
            Nodes.at(port, "targetPort").ifPresent(target -> namedPort(service, target, pods));
        }
    }

    private void networkPolicy(KubernetesObject policy) {
        List<KubernetesObject> pods = selected(policy, "spec", "podSelector", "matchLabels");
        for (YamlNode rule : Nodes.items(policy.root(), "spec", "ingress")) {
            for (YamlNode port : Nodes.items(rule, "ports")) {
                Nodes.at(port, "port").ifPresent(target -> namedPort(policy, target, pods));
            }
        }
    }

    /** A port that is given by name must be one of a pod; who selects no pod here cannot be judged. */
    private void namedPort(KubernetesObject object, YamlNode port, List<KubernetesObject> pods) {
        if (pods.isEmpty() || !(port instanceof YamlNode.Scalar scalar) || !isText(scalar)) {
            return;
        }
        NavigableSet<String> names = new TreeSet<>();
        for (KubernetesObject pod : pods) {
            pod.pod().ifPresent(p -> names.addAll(KubernetesPodReferences.portNames(p)));
        }
        unknownPort(object.called(), scalar, names);
    }

    private void unknownPort(String who, YamlNode.Scalar port, Collection<String> names) {
        if (!names.contains(port.text())) {
            report.add(
                    "unknown-port",
                    port.location(),
                    who + " names the port '" + port.text() + "', which is not there",
                    Suggestion.remedy(port.text(), names));
        }
    }

    private static boolean isText(YamlNode.Scalar scalar) {
        return scalar.value().filter(String.class::isInstance).isPresent();
    }

    private void target(KubernetesObject object, String... keys) {
        Optional<String> kind = Nodes.at(object.root(), keys).flatMap(ref -> Nodes.text(ref, "kind"));
        Optional<String> name = Nodes.at(object.root(), keys).flatMap(ref -> Nodes.text(ref, "name"));
        if (kind.isPresent()
                && name.isPresent()
                && find(object, kind.get(), name.get()).isEmpty()) {
            report.add(
                    "missing-target",
                    object.place(keys),
                    object.called() + " is for " + kind.get() + " " + name.get() + ", which is not there",
                    "name a workload of the repository");
        }
    }

    private Optional<KubernetesObject> find(KubernetesObject near, String kind, String name) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind) && object.name().equals(name) && object.meets(near))
                .findFirst();
    }

    private void ingress(KubernetesObject ingress) {
        List<YamlNode> backends = new ArrayList<>();
        Nodes.at(ingress.root(), "spec", "defaultBackend").ifPresent(backends::add);
        for (YamlNode rule : Nodes.items(ingress.root(), "spec", "rules")) {
            for (YamlNode path : Nodes.items(rule, "http", "paths")) {
                Nodes.at(path, "backend").ifPresent(backends::add);
            }
        }
        for (YamlNode backend : backends) {
            Nodes.text(backend, "service", "name")
                    .ifPresent(name -> find(ingress, "Service", name)
                            .ifPresentOrElse(
                                    service -> backendPort(ingress, backend, service),
                                    () -> missingService(ingress, Nodes.place(backend, "service", "name"), name)));
        }
    }

    private void missingService(KubernetesObject ingress, Location place, String name) {
        report.add(
                "missing-target",
                place,
                ingress.called() + " sends requests to Service " + name + ", which is not there",
                "name a Service of the repository");
    }

    private void backendPort(KubernetesObject ingress, YamlNode backend, KubernetesObject service) {
        NavigableSet<String> names = new TreeSet<>();
        NavigableSet<String> numbers = new TreeSet<>();
        for (YamlNode port : Nodes.items(service.root(), "spec", "ports")) {
            Nodes.text(port, "name").ifPresent(names::add);
            Nodes.text(port, "port").ifPresent(numbers::add);
        }
        for (String key : List.of("name", "number")) {
            if (Nodes.at(backend, "service", "port", key).orElse(backend) instanceof YamlNode.Scalar port) {
                unknownPort(ingress.called(), port, key.equals("name") ? names : numbers);
            }
        }
    }
}
