package edu.example.studentrecords.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One property of a resource: what it takes, what it refuses, and what it refers to. */
public final class Field {

    private final String name;
    private boolean required;
    private List<JsonNode> examples = List.of();
    private Optional<Supplier<Resource>> target = Optional.empty();
    private Optional<JsonNode> byDefault = Optional.empty();
    private final List<Map.Entry<String, JsonNode>> refused = new ArrayList<>();

    private Field(String name) {
        this.name = name;
    }

    public static Field field(String name) {
        return new Field(name);
    }

    public Field required() {
        required = true;
        return this;
    }

    public Field takes(Object first, Object second) {
        examples = List.of(Json.of(first), Json.of(second));
        return this;
    }

    /** A value that is answered by 422 with the given code for this property. */
    public Field refuses(Object value, String code) {
        refused.add(Map.entry(code, Json.of(value)));
        return this;
    }

    public Field refersTo(Supplier<Resource> resource) {
        target = Optional.of(resource);
        return this;
    }

    public Field defaultsTo(Object value) {
        byDefault = Optional.of(Json.of(value));
        return this;
    }

    public String name() {
        return name;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean mustBeSent() {
        return required && byDefault.isEmpty();
    }

    public JsonNode example(int variant) {
        return examples.get(variant - 1);
    }

    public boolean isReference() {
        return target.isPresent();
    }

    public Resource target() {
        return target.orElseThrow().get();
    }

    public Optional<JsonNode> byDefault() {
        return byDefault;
    }

    public List<Map.Entry<String, JsonNode>> refused() {
        return refused;
    }

    @Override
    public String toString() {
        return name;
    }
}
