package edu.example.studentrecords.testing;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees; numbers are decimals, so that none is changed by being read. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    public static JsonNode of(Object value) {
        return value instanceof JsonNode node ? node : parse(MAPPER.writeValueAsString(value));
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An object in an object, so many deep. */
    public static JsonNode nested(int depth) {
        return parse("{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1));
    }

    /** Whether both are the same JSON, {@code 1.50} and {@code 1.5} being the same number. */
    public static boolean same(JsonNode left, JsonNode right) {
        return left.equals(Json::compare, right);
    }

    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }
}
