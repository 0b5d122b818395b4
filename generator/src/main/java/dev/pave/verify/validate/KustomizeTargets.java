package dev.pave.verify.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What a kustomization changes: objects that patches are for, and images that get another tag. */
final class KustomizeTargets {

    private final List<KubernetesObject> objects;
    private final Report report;
    private final NavigableSet<String> images = new TreeSet<>();

    KustomizeTargets(List<KubernetesObject> objects, Report report) {
        this.objects = objects;
        this.report = report;
        for (KubernetesObject object : objects) {
            Nodes.walk(object.root(), node -> Nodes.text(node, "image").ifPresent(image -> images.add(name(image))));
        }
    }

    /** An image without tag and digest. */
    private static String name(String image) {
        int at = image.indexOf('@');
        String tagged = at < 0 ? image : image.substring(0, at);
        int colon = tagged.lastIndexOf(':');
        return colon > tagged.lastIndexOf('/') ? tagged.substring(0, colon) : tagged;
    }

    void check(YamlNode root) {
        for (YamlNode image : Nodes.items(root, "images")) {
            Nodes.at(image, "name")
                    .ifPresent(name -> Nodes.text(name)
                            .filter(text -> !images.contains(text))
                            .ifPresent(text -> report.add(
                                    "unknown-image",
                                    name.location(),
                                    "no object has the image '" + text + "'",
                                    Suggestion.remedy(text, images))));
        }
        for (String key : List.of("patches", "patchesJson6902")) {
            Nodes.items(root, key).forEach(this::patch);
        }
    }

    private void patch(YamlNode patch) {
        Optional<YamlNode> target = Nodes.at(patch, "target");
        if (target.isPresent()) {
            if (objects.stream().noneMatch(object -> isMeant(target.get(), object))) {
                report.add(
                        "missing-target",
                        target.get().location(),
                        "no object is the target of this patch",
                        "correct kind and name");
            }
            return;
        }
        Nodes.at(patch, "patch")
                .ifPresent(inline -> merged(inline, Nodes.text(inline).orElse("")));
    }

    /** A strategic merge patch names its target itself. */
    private void merged(YamlNode place, String text) {
        try {
            for (YamlNode root : YamlReader.readAll(place.location().source(), text)) {
                KubernetesObject.of("", root)
                        .filter(wanted -> objects.stream()
                                .noneMatch(object -> object.kind().equals(wanted.kind())
                                        && object.name().equals(wanted.name())
                                        && object.meets(wanted)))
                        .ifPresent(wanted -> report.add(
                                "missing-target",
                                place.location(),
                                "no object is " + wanted.called() + ", which this patch is for",
                                "correct kind and name"));
            }
        } catch (InvalidInput e) {
            report.add(
                    "patch-syntax",
                    place.location(),
                    "the patch is not YAML: " + e.problems().get(0).message(),
                    "");
        }
    }

    private static boolean isMeant(YamlNode target, KubernetesObject object) {
        String apiVersion = object.apiVersion();
        int slash = apiVersion.indexOf('/');
        Function<String, Optional<String>> wanted = key -> Nodes.text(target, key);
        return wanted.apply("kind").map(kind -> matches(kind, object.kind())).orElse(true)
                && wanted.apply("name")
                        .map(name -> matches(name, object.name()))
                        .orElse(true)
                && wanted.apply("group")
                        .map(group -> matches(group, apiVersion.substring(0, Math.max(0, slash))))
                        .orElse(true)
                && wanted.apply("version")
                        .map(version -> matches(version, apiVersion.substring(slash + 1)))
                        .orElse(true);
    }

    /** Kustomize reads these as regular expressions that match the whole. */
    private static boolean matches(String expression, String text) {
        try {
            return Pattern.compile(expression).matches(text);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
