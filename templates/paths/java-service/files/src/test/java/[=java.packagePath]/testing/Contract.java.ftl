package [=java.package].testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, as something that answers can be held against. */
public final class Contract {

    private static final String LOCATION = "https://contract.test/openapi.json";
    private static final Contract SHARED = new Contract();

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private Contract() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/api/openapi.yaml")) {
            document = new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                it -> it.schemaRegistryConfig(config).schemas(Map.of(LOCATION, document.toString())));
    }

    public static Contract shared() {
        return SHARED;
    }

[@practice id="contract-testing"]
    /** Fails unless the status, the media type, the headers and the body of the answer are what the document declares. */
    public void check(Response response) {
        Optional<Node> operation = operation(response);
        if (operation.isEmpty()) {
            checkUndeclared(response);
            return;
        }
        Node declared = operation.get().at("responses").at(String.valueOf(response.status()));
        assertThat(declared.exists()).as("declared status: %s", response).isTrue();
        declared.at("headers").children().forEach(it -> checkHeader(response, it));
        List<Node> contents = declared.at("content").children();
[#if !practices["error-responses"]??]
        if (contents.isEmpty() && response.status() >= 400) {
            return;
        }
[/#if]
        if (contents.isEmpty()) {
            assertThat(response.text()).as("%s", response).isEmpty();
            return;
        }
        String mediaType = response.header("Content-Type").replaceAll(";.*", "");
        Node content = declared.at("content").at(mediaType);
        assertThat(content.exists())
                .as("declared media type %s: %s", mediaType, response)
                .isTrue();
        if (mediaType.endsWith("json")) {
            assertValid(content.at("schema"), response.json(), response);
        }
    }

    /** Fails unless the body of an accepted request is what the document lets a client send. */
    public void checkRequest(Response response, JsonNode body) {
        operation(response)
                .map(it -> it.at("requestBody")
                        .at("content")
                        .at("application/json")
                        .at("schema"))
                .ifPresent(it -> assertValid(it, body, response));
    }

[/@practice]
    public List<String> sortOrders(Resource resource) {
        return listParameter(resource, "sort")
                .flatMap(it -> it.at("schema").at("enum").children().stream())
                .map(it -> it.value().asString())
                .toList();
    }

    public List<String> filterableProperties(Resource resource) {
        return listParameter(resource, "filter")
                .flatMap(it -> it.at("schema").at("properties").children().stream())
                .map(Node::name)
                .toList();
    }

    /** Filters that take a number, a time, one of a list …, but not any text. */
    public List<String> typedFilters(Resource resource) {
        return listParameter(resource, "filter")
                .flatMap(it -> it.at("schema").at("properties").children().stream())
                .filter(it -> it.at("enum").exists()
                        || !it.at("type").value().asString().equals("string")
                        || Set.of("date", "date-time", "uuid").contains(it.at("format").value().asString("")))
                .map(Node::name)
                .toList();
    }

    /** Properties that take any text, of a length that leaves room for some. */
    public List<String> freeTexts(Resource resource) {
        return input(resource).children().stream()
                .filter(it -> it.at("pattern").value().asString("").startsWith("^[^\\x00"))
                .filter(it -> it.at("minLength").value().asInt(0) <= 15)
                .filter(it -> it.at("maxLength").value().asInt() >= 40)
                .map(Node::name)
                .toList();
    }

    public int maxLength(Resource resource, String property) {
        return input(resource).at(property).at("maxLength").value().asInt();
    }

    private Node input(Resource resource) {
        Node body = at("paths").at(resource.path()).at("post").at("requestBody");
        return body.at("content").at("application/json").at("schema").at("properties");
    }

    private Stream<Node> listParameter(Resource resource, String name) {
        return at("paths").at(resource.path()).at("get").at("parameters").children().stream()
                .filter(it -> it.at("name").value().asString().equals(name));
    }

[@practice id="contract-testing"]
    private void checkUndeclared(Response response) {
[@practice id="error-responses"]
        if (response.header("Content-Type").startsWith("application/problem+json")) {
            assertValid(at("components").at("schemas").at("Problem"), response.json(), response);
        }
[/@practice]
    }

    private void checkHeader(Response response, Node header) {
        Optional<String> value = response.headers().firstValue(header.name());
        if (header.at("required").value().asBoolean(false)) {
            assertThat(value).as("header %s of %s", header.name(), response).isPresent();
        }
        boolean number = header.at("schema").at("type").value().asString("").equals("integer");
        value.map(it -> number ? Json.parse(it) : Json.of(it))
                .ifPresent(it -> assertValid(header.at("schema"), it, response));
    }

    private void assertValid(Node schema, JsonNode value, Response response) {
        Schema compiled = schemas.getSchema(SchemaLocation.of(LOCATION + "#" + schema.pointer()));
        assertThat(compiled.validate(value))
                .as("what the contract says of %s", response)
                .isEmpty();
    }

    private Optional<Node> operation(Response response) {
        String path = response.target().replaceAll("\\?.*", "");
        return at("paths").children().stream()
                .filter(it -> path.matches(it.name().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(it -> it.at(response.method().toLowerCase(Locale.ROOT)))
                .filter(Node::exists)
                .findFirst();
    }

[/@practice]
    private Node at(String name) {
        return new Node("", JsonPointer.empty()).at(name);
    }

    /** A place in the document; references are followed on the way. */
    private final class Node {

        private final String name;
        private final JsonPointer pointer;

        private Node(String name, JsonPointer pointer) {
            this.name = name;
            JsonNode reference = document.at(pointer).path("$ref");
            this.pointer = reference.isString()
                    ? JsonPointer.compile(reference.asString().substring(1))
                    : pointer;
        }

        Node at(String name) {
            return new Node(name, pointer.appendProperty(name));
        }

        JsonNode value() {
            return document.at(pointer);
        }

        boolean exists() {
            return !value().isMissingNode();
        }

        String pointer() {
            return pointer.toString();
        }

        String name() {
            return name;
        }

        List<Node> children() {
            List<Node> children = new ArrayList<>();
            JsonNode value = value();
            if (value.isObject()) {
                value.propertyNames().forEach(it -> children.add(at(it)));
            }
            for (int index = 0; value.isArray() && index < value.size(); index++) {
                children.add(new Node(String.valueOf(index), pointer.appendIndex(index)));
            }
            return children;
        }
    }
}
