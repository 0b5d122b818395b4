package dev.pave.verify.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import dev.pave.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Examples of an OpenAPI document match the schemas that they are examples of. */
final class OpenApiExamples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Patterns are untrusted: RE2 never tries for ever. What it does not know, such as a look-ahead, is taken to match. */
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .locale(Locale.ROOT)
                            .regularExpressionFactory(OpenApiExamples::expression)
                            .build()));

    private final YamlNode root;
    private final Report report;
    private final JsonNode components;

    OpenApiExamples(YamlNode root, Report report) {
        this.root = root;
        this.report = report;
        this.components =
                Nodes.at(root, "components").map(OpenApiExamples::json).orElse(JSON.objectNode());
    }

    void check() {
        Nodes.entries(root, "components", "schemas").values().forEach(schema -> schema(schema.value()));
        Nodes.walk(
                root,
                node -> Nodes.at(node, "schema").ifPresent(schema -> {
                    schema(schema);
                    Nodes.at(node, "example").ifPresent(example -> compare(example, schema));
                    Nodes.entries(node, "examples")
                            .values()
                            .forEach(entry -> Nodes.at(OpenApiReferences.resolved(root, entry.value()), "value")
                                    .ifPresent(example -> compare(example, schema)));
                }));
    }

    private void schema(YamlNode schema) {
        Nodes.at(schema, "example").ifPresent(example -> compare(example, schema));
        Nodes.items(schema, "examples").forEach(example -> compare(example, schema));
        for (String key : List.of("properties", "patternProperties")) {
            Nodes.entries(schema, key).values().forEach(property -> schema(property.value()));
        }
        for (String key : List.of("items", "additionalProperties")) {
            Nodes.at(schema, key).ifPresent(this::schema);
        }
        for (String key : List.of("allOf", "anyOf", "oneOf", "prefixItems")) {
            Nodes.items(schema, key).forEach(this::schema);
        }
    }

    private void compare(YamlNode example, YamlNode schema) {
        ObjectNode whole = JSON.objectNode();
        whole.set("components", components);
        whole.set("allOf", JSON.arrayNode().add(json(schema)));
        try {
            Schema compiled = REGISTRY.getSchema(whole);
            compiled.validate(json(example))
                    .forEach(error -> report.add(
                            "example",
                            place(example, error.getInstanceLocation().toString())
                                    .location(),
                            "the example does not match its schema: " + error.getMessage(),
                            "correct one of both"));
        } catch (SchemaException e) {
            report.add("schema", schema.location(), "the schema cannot be applied: " + e.getMessage(), "");
        }
    }

    /** The part of the example that a JSON pointer leads to. */
    private static YamlNode place(YamlNode example, String pointer) {
        YamlNode at = example;
        for (String segment : pointer.split("/", -1)) {
            String key = segment.replace("~1", "/").replace("~0", "~");
            Optional<YamlNode> next = at instanceof YamlNode.Sequence list
                            && key.length() < 9
                            && key.chars().allMatch(Character::isDigit)
                            && !key.isEmpty()
                    ? list.items().stream().skip(Long.parseLong(key)).findFirst()
                    : Nodes.at(at, key);
            at = next.orElse(at);
        }
        return at;
    }

    private static JsonNode json(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Object value = ((YamlNode.Scalar) node).value().orElse(null);
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof Boolean bool) {
            return JSON.booleanNode(bool);
        } else if (value instanceof Long number) {
            return JSON.numberNode(number);
        } else if (value instanceof BigDecimal number) {
            return JSON.numberNode(number);
        }
        return JSON.stringNode(value.toString());
    }

    private static RegularExpression expression(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            return text -> true;
        }
    }
}
