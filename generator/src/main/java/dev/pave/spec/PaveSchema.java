package dev.pave.spec;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of {@code pave.yaml}, by which editors complete and check it. Made from the table that the reader follows. What a schema
 * cannot say, such as that a reference points to a resource, only the reader checks.
 */
public final class PaveSchema {

    private static final String ID = "urn:pave:schema:pave-1";

    private PaveSchema() {}

    /** The schema as indented JSON. */
    public static String json() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(document()) + "\n";
    }

    private static ObjectNode document() {
        ObjectNode schema = object().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", ID)
                .put("title", "Pave service description")
                .put("description", "What pave.yaml says about a service")
                .put("type", "object");
        schema.set("required", texts(List.of("pave", "name", "description", "owner", "path", "namespace")));
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("pave")
                .put("description", "the version of this format")
                .put("const", ServiceDescriptionReader.FORMAT);
        properties.set("name", noWordOfYaml().put("description", "the service, also a DNS label"));
        properties.set("description", ref("text").put("description", "what the service is for"));
        properties.set("owner", noWordOfYaml().put("description", "the team that owns the service"));
        properties.set("path", ref("id").put("description", "the golden path, as java-service"));
        properties
                .putObject("namespace")
                .put("description", "Java package, npm scope and domain, as edu.example")
                .put("type", "string")
                .put("maxLength", Namespace.LONGEST)
                .put("pattern", Namespace.FORM);
        properties.set("templates", templates());
        properties.set("personas", personas());
        properties.set("features", features());
        properties.set("options", options());
        properties.set("resources", resources());
        schema.set("$defs", definitions());
        return schema;
    }

    private static ObjectNode noWordOfYaml() {
        ObjectNode name = ref("name");
        name.putObject("not").set("enum", texts(Identifiers.YAML));
        return name;
    }

    private static ObjectNode templates() {
        ObjectNode templates = object().put(
                        "description",
                        "where the templates come from: a directory, or the https, ssh or file address of a Git repository");
        ArrayNode either = templates.putArray("oneOf");
        either.add(line());
        ObjectNode mapping = either.addObject().put("type", "object").put("additionalProperties", false);
        mapping.set("required", texts(List.of("source")));
        ObjectNode properties = mapping.putObject("properties");
        properties.set("source", line().put("description", "the directory or address"));
        properties.set("ref", line().put("description", "a tag, branch or whole commit id"));
        properties
                .putObject("prerelease")
                .put("description", "whether the newest version may be a prerelease")
                .put("type", "boolean")
                .put("default", false);
        properties.set("tag-prefix", line().put("description", "what stands before the version in tags"));
        properties.set("folder", line().put("description", "the template root inside the repository"));
        return templates;
    }

    private static ObjectNode line() {
        return object().put("type", "string").put("minLength", 1).put("maxLength", TemplateReference.LONGEST);
    }

    private static ObjectNode personas() {
        ObjectNode personas = object().put("description", "whose advice counts").put("default", "all");
        ArrayNode either = personas.putArray("oneOf");
        either.addObject().put("const", ServiceDescriptionReader.ALL);
        either.add(ids().put("minItems", 1));
        return personas;
    }

    private static ObjectNode features() {
        ObjectNode features = object().put("description", "how the features differ from those of the golden path")
                .put("type", "object")
                .put("additionalProperties", false);
        ObjectNode properties = features.putObject("properties");
        properties.set("add", ids());
        properties.set("remove", ids());
        return features;
    }

    private static ObjectNode ids() {
        ObjectNode ids = object().put("type", "array").put("uniqueItems", true);
        ids.set("items", ref("id"));
        return ids;
    }

    private static ObjectNode options() {
        ObjectNode options = object().put("description", "answers to what the golden path and the features ask")
                .put("type", "object");
        options.set("propertyNames", ref("name"));
        ObjectNode value = options.putObject("additionalProperties");
        value.set("type", texts(List.of("string", "number", "boolean")));
        value.put("minLength", 1).put("maxLength", ServiceDescriptionReader.LONGEST_OPTION);
        return options;
    }

    private static ObjectNode resources() {
        ObjectNode resources = object().put("description", "what the service keeps")
                .put("type", "object")
                .put("maxProperties", ServiceDescriptionReader.MOST_RESOURCES);
        resources.set("propertyNames", ref("name"));
        resources.set("additionalProperties", ref("resource"));
        return resources;
    }

    private static ObjectNode definitions() {
        ObjectNode definitions = object();
        definitions
                .putObject("name")
                .put("type", "string")
                .put("maxLength", Name.LONGEST)
                .put("pattern", Name.FORM);
        definitions
                .putObject("id")
                .put("type", "string")
                .put("maxLength", 2 * Name.LONGEST)
                .put("pattern", "^[a-z0-9-]+$");
        definitions
                .putObject("text")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", FreeText.LONGEST)
                .put("pattern", "\\S");
        definitions.set("resource", resource());
        ArrayNode types = definitions.putObject("field").putArray("oneOf");
        for (FieldType type : FieldType.values()) {
            types.add(ref("field-" + type.key()));
        }
        for (FieldType type : FieldType.values()) {
            definitions.set("field-" + type.key(), field(type));
        }
        return definitions;
    }

    private static ObjectNode resource() {
        ObjectNode resource = object().put("type", "object").put("additionalProperties", false);
        resource.set("required", texts(List.of("fields")));
        ObjectNode properties = resource.putObject("properties");
        properties.set(
                "plural", ref("name").put("description", "what many are called, where English grammar does not tell"));
        properties.set("description", ref("text").put("description", "what one of them is"));
        ObjectNode fields = properties
                .putObject("fields")
                .put("type", "object")
                .put("minProperties", 1)
                .put("maxProperties", ResourceReader.MOST_FIELDS);
        fields.set("propertyNames", ref("name"));
        fields.set("additionalProperties", ref("field"));
        ObjectNode combination = properties
                .putObject("unique")
                .put("description", "combinations of fields that occur once")
                .put("type", "array")
                .put("uniqueItems", true)
                .putObject("items")
                .put("type", "array")
                .put("minItems", 2)
                .put("uniqueItems", true);
        combination.set("items", ref("name"));
        return resource;
    }

    private static ObjectNode field(FieldType type) {
        ObjectNode field = object().put("description", type.meaning())
                .put("type", "object")
                .put("additionalProperties", false);
        ArrayNode required = field.putArray("required").add(FieldReader.TYPE);
        ObjectNode properties = field.putObject("properties");
        properties.putObject(FieldReader.TYPE).put("const", type.key());
        for (FieldType.Rule rule : type.rules()) {
            if (rule.mandatory()) {
                required.add(rule.attribute().key());
            }
            properties.set(
                    rule.attribute().key(),
                    value(type, rule).put("description", rule.attribute().meaning()));
        }
        if (type.takes(Attribute.PATTERN)) {
            field.putObject("dependentRequired")
                    .putArray(Attribute.PATTERN.key())
                    .add(Attribute.EXAMPLE.key());
        }
        return field;
    }

    private static ObjectNode value(FieldType type, FieldType.Rule rule) {
        ObjectNode value = switch (rule.attribute().kind()) {
            case TRUTH -> object().put("type", "boolean");
            case TEXT -> ref("text");
            case COUNT -> object().put("type", "integer");
            case NUMBER -> object().put("type", type == FieldType.DECIMAL ? "number" : "integer");
            case PATTERN ->
                object().put("type", "string")
                        .put("maxLength", PortablePattern.LONGEST)
                        .put("pattern", "^\\^.*\\$$");
            case CHOICES -> choices();
            case RESOURCE -> ref("name");
            case VALUE -> object().put("type", jsonType(type));
        };
        rule.least().ifPresent(least -> value.put("minimum", least));
        rule.most().ifPresent(most -> value.put("maximum", most));
        rule.otherwise().ifPresent(otherwise -> {
            if (otherwise instanceof Integer number) {
                value.put("default", BigDecimal.valueOf(number));
            } else {
                value.put("default", (Boolean) otherwise);
            }
        });
        return value;
    }

    private static ObjectNode choices() {
        ObjectNode choices = object().put("type", "array")
                .put("minItems", 1)
                .put("maxItems", FieldReader.MOST_CHOICES)
                .put("uniqueItems", true);
        choices.putObject("items")
                .put("type", "string")
                .put("maxLength", Choice.LONGEST)
                .put("pattern", Choice.FORM);
        return choices;
    }

    private static String jsonType(FieldType type) {
        return switch (type) {
            case INTEGER, LONG -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            default -> "string";
        };
    }

    private static ObjectNode ref(String definition) {
        return object().put("$ref", "#/$defs/" + definition);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
