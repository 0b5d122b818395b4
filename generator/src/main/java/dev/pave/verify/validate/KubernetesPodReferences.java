package dev.pave.verify.validate;

import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What a pod names: ports of its own containers, volumes, and the ConfigMaps, Secrets and ServiceAccounts around it. */
final class KubernetesPodReferences {

    private final List<KubernetesObject> objects;
    private final NavigableSet<String> configMaps;
    private final NavigableSet<String> secrets;
    private final Report report;

    KubernetesPodReferences(List<KubernetesObject> objects, KustomizeFiles kustomize, Report report) {
        this.objects = objects;
        this.report = report;
        configMaps = kustomize.generated("configMapGenerator");
        configMaps.add("kube-root-ca.crt"); // which every namespace has
        secrets = kustomize.generated("secretGenerator");
        for (KubernetesObject object : objects) {
            switch (object.kind()) {
                case "ConfigMap" -> configMaps.add(object.name());
                case "Secret", "SealedSecret" -> secrets.add(object.name());
                case "ExternalSecret" ->
                    secrets.add(
                            Nodes.text(object.root(), "spec", "target", "name").orElse(object.name()));
                case "Certificate" ->
                    Nodes.text(object.root(), "spec", "secretName").ifPresent(secrets::add);
                default -> {
                    // brings none
                }
            }
        }
    }

    static NavigableSet<String> portNames(YamlNode pod) {
        NavigableSet<String> names = new TreeSet<>();
        for (YamlNode container : containers(pod)) {
            Nodes.items(container, "ports")
                    .forEach(port -> Nodes.text(port, "name").ifPresent(names::add));
        }
        return names;
    }

    private static List<YamlNode> containers(YamlNode pod) {
        List<YamlNode> containers = new ArrayList<>(Nodes.items(pod, "spec", "containers"));
        containers.addAll(Nodes.items(pod, "spec", "initContainers"));
        return containers;
    }

    void check(KubernetesObject owner, YamlNode pod) {
        Nodes.at(pod, "spec", "serviceAccountName")
                .ifPresent(account -> Nodes.text(account)
                        .filter(name -> !name.equals("default") && !isThere(owner, name))
                        .ifPresent(name -> missing("ServiceAccount", account, name)));
        NavigableSet<String> volumes = new TreeSet<>();
        for (YamlNode volume : Nodes.items(pod, "spec", "volumes")) {
            Nodes.text(volume, "name").ifPresent(volumes::add);
            named("ConfigMap", volume, "name", "configMap");
            named("Secret", volume, "secretName", "secret");
            for (YamlNode source : Nodes.items(volume, "projected", "sources")) {
                named("ConfigMap", source, "name", "configMap");
                named("Secret", source, "name", "secret");
            }
        }
        for (YamlNode secret : Nodes.items(pod, "spec", "imagePullSecrets")) {
            named("Secret", secret, "name");
        }
        containers(pod).forEach(container -> container(container, volumes));
    }

    private void container(YamlNode container, NavigableSet<String> volumes) {
        for (YamlNode from : Nodes.items(container, "envFrom")) {
            named("ConfigMap", from, "name", "configMapRef");
            named("Secret", from, "name", "secretRef");
        }
        for (YamlNode variable : Nodes.items(container, "env")) {
            named("ConfigMap", variable, "name", "valueFrom", "configMapKeyRef");
            named("Secret", variable, "name", "valueFrom", "secretKeyRef");
        }
        for (YamlNode mount : Nodes.items(container, "volumeMounts")) {
            Nodes.at(mount, "name")
                    .ifPresent(name -> Nodes.text(name)
                            .filter(text -> !volumes.contains(text))
                            .ifPresent(text -> report.add(
                                    "unknown-volume",
                                    name.location(),
                                    "the pod has no volume '" + text + "'",
                                    Suggestion.remedy(text, volumes))));
        }
        NavigableSet<String> ports = new TreeSet<>();
        Nodes.items(container, "ports").forEach(port -> Nodes.text(port, "name").ifPresent(ports::add));
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            for (String how : List.of("httpGet", "tcpSocket")) {
                Nodes.at(container, probe, how, "port")
                        .filter(port -> port instanceof YamlNode.Scalar scalar
                                && scalar.value()
                                        .filter(String.class::isInstance)
                                        .isPresent())
                        .ifPresent(port -> probedPort(probe, port, ports));
            }
        }
    }

    private void probedPort(String probe, YamlNode port, NavigableSet<String> ports) {
        String name = Nodes.text(port).orElse("");
        if (!ports.contains(name)) {
            report.add(
                    "unknown-port",
                    port.location(),
                    probe + " names the port '" + name + "', which the container does not have",
                    Suggestion.remedy(name, ports));
        }
    }

    /** Reports a ConfigMap or Secret that nothing brings, unless the pod says that it may be absent. */
    private void named(String kind, YamlNode node, String key, String... keys) {
        Nodes.at(node, keys)
                .filter(reference ->
                        !Nodes.text(reference, "optional").orElse("").equals("true"))
                .flatMap(reference -> Nodes.at(reference, key))
                .ifPresent(name -> Nodes.text(name)
                        .filter(text -> !(kind.equals("Secret") ? secrets : configMaps).contains(text))
                        .ifPresent(text -> missing(kind, name, text)));
    }

    private boolean isThere(KubernetesObject owner, String account) {
        return objects.stream()
                .anyMatch(object ->
                        object.kind().equals("ServiceAccount") && object.name().equals(account) && object.meets(owner));
    }

    private void missing(String kind, YamlNode place, String name) {
        report.add(
                "missing-" + kind.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT),
                place.location(),
                "nothing brings the " + kind + " '" + name + "'",
                kind.equals("Secret") ? "add an ExternalSecret, or correct the name" : "add it, or correct the name");
    }
}
