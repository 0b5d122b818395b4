package dev.pave.spec;

import dev.pave.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code templates}, in its short form or as a mapping. */
final class TemplateReferenceReader {

    static final List<String> KEYS = List.of("source", "ref", "prerelease", "tag-prefix", "folder");

    private static final String WHERE = "templates";

    private final NodeReader nodes;

    TemplateReferenceReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    Optional<TemplateReference> read(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return text(node, WHERE).map(text -> TemplateReference.parse(text, node.location()));
        }
        nodes.refuseUnknownKeys(mapping, KEYS, WHERE);
        Optional<String> source =
                nodes.required(mapping, "source", WHERE).flatMap(value -> text(value, "the source of templates"));
        Optional<String> ref = mapping.get("ref").flatMap(value -> text(value, "ref"));
        boolean prerelease = mapping.get("prerelease")
                .flatMap(value -> nodes.truth(value, "prerelease"))
                .orElse(false);
        String prefix = mapping.get("tag-prefix")
                .flatMap(value -> text(value, "tag-prefix"))
                .orElse("");
        String folder = mapping.get("folder").flatMap(this::folder).orElse("");
        mapping.get("prerelease")
                .filter(value -> ref.isPresent())
                .or(() -> mapping.get("tag-prefix").filter(value -> ref.isPresent()))
                .ifPresent(value -> nodes.problem(
                        "contradiction",
                        value.location(),
                        "a ref is given, so that no newest version is looked for",
                        "leave out either"));
        return source.map(from -> new TemplateReference(from, ref, prerelease, prefix, folder, mapping.location()));
    }

    private Optional<String> text(YamlNode node, String what) {
        return nodes.text(node, what).filter(text -> {
            Optional<String> refusal = text.isBlank() || text.length() > TemplateReference.LONGEST
                    ? Optional.of("has " + text.length() + " characters, from 1 to " + TemplateReference.LONGEST
                            + " are allowed")
                    : FreeText.character(text, false);
            refusal.ifPresent(reason -> nodes.problem("invalid-text", node.location(), what + " " + reason, ""));
            return refusal.isEmpty();
        });
    }

    private Optional<String> folder(YamlNode node) {
        return text(node, "folder").filter(text -> {
            boolean inside = Arrays.stream(text.split("/", -1))
                    .noneMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals(".."));
            if (!inside || text.indexOf('\\') >= 0) {
                nodes.problem(
                        "invalid-folder",
                        node.location(),
                        "folder cannot be '" + text + "'",
                        "a path inside the repository, as 'templates/web'");
                return false;
            }
            return true;
        });
    }
}
