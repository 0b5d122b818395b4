package dev.pave.workbench;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pave.catalogue.TemplateTree;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Sequence;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The JSON Schemas of manifests and rules, with which editors complete them: the same ones judge them here. */
public final class ManifestSchemas {

    private final TemplateTree tree;
    private final Problems problems;

    ManifestSchemas(TemplateTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** Text of the schema of {@code feature.yaml} and {@code path.yaml}. */
    public static String manifest() {
        return resource("manifest.schema.json");
    }

    /** Text of the schema of {@code rules.yaml}. */
    public static String rules() {
        return resource("rules.schema.json");
    }

    void validate() {
        Schema manifest = schema(manifest());
        Schema rules = schema(rules());
        for (String path : tree.paths()) {
            schemaOf(path, manifest, rules).ifPresent(schema -> validate(path, schema));
        }
    }

    private static Optional<Schema> schemaOf(String path, Schema manifest, Schema rules) {
        String[] names = path.split("/", -1);
        if (names.length != 3 || !(names[0].equals("features") || names[0].equals("paths"))) {
            return Optional.empty();
        }
        return switch (names[2]) {
            case "feature.yaml", "path.yaml" -> Optional.of(manifest);
            case "rules.yaml" -> Optional.of(rules);
            default -> Optional.empty();
        };
    }

    private void validate(String path, Schema schema) {
        String text = new String(tree.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
        YamlNode document;
        try {
            document = YamlReader.read(tree.sourceName(path), text);
        } catch (InvalidInput e) {
            e.problems().forEach(problems::add);
            return;
        }
        for (Error error : schema.validate(text, InputFormat.YAML)) {
            problems.add("schema", place(document, error), error.getMessage(), "");
        }
    }

    private static Location place(YamlNode document, Error error) {
        YamlNode node = document;
        Location place = document.location();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            Object step = error.getInstanceLocation().getElement(i);
            if (node instanceof Mapping mapping && mapping.entries().containsKey(step.toString())) {
                place = mapping.entries().get(step.toString()).key();
                node = mapping.entries().get(step.toString()).value();
            } else if (node instanceof Sequence sequence && step instanceof Integer index) {
                node = sequence.items().get(index);
                place = node.location();
            }
        }
        return place;
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ManifestSchemas.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
