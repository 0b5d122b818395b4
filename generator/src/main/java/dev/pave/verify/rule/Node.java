package dev.pave.verify.rule;

import com.google.protobuf.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a file and the line where it stands.
 *
 * @param value what an expression sees: a map, a list, a text, a long, a double, a truth value or {@link NullValue}
 * @param line first line is 1
 * @param fields of a map, by key
 * @param items of a list
 */
record Node(Object value, int line, Map<String, Node> fields, List<Node> items) {

    static Node leaf(Object value, int line) {
        return new Node(value, line, Map.of(), List.of());
    }

    static Node nothing(int line) {
        return leaf(NullValue.NULL_VALUE, line);
    }

    static Node map(int line, Map<String, Node> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((key, node) -> values.put(key, node.value()));
        return new Node(values, line, fields, List.of());
    }

    static Node list(int line, List<Node> items) {
        List<Object> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(item.value()));
        return new Node(values, line, Map.of(), items);
    }
}
