package dev.pave.verify.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are read line by line: any text, and properties. */
final class LineArtifacts {

    private LineArtifacts() {}

    /** {@code {text, lines: [{text, number}]}}. */
    static Node text(String text) {
        List<Node> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int number = lines.size() + 1;
            lines.add(Node.map(
                    number, Map.of("text", Node.leaf(line, number), "number", Node.leaf((long) number, number))));
        }
        return Node.map(1, Map.of("text", Node.leaf(text, 1), "lines", Node.list(1, lines)));
    }

    /** {@code {key: value}}; the forms that people write: {@code key=value}, comments with {@code #} or {@code !}, {@code \} before a line break. */
    static Node properties(String text) {
        Map<String, Node> fields = new LinkedHashMap<>();
        StringBuilder open = new StringBuilder();
        int number = 0;
        int first = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (open.isEmpty()) {
                if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("!")) {
                    continue;
                }
                first = number;
            }
            if (stripped.endsWith("\\")) {
                open.append(stripped, 0, stripped.length() - 1);
                continue;
            }
            put(fields, open.append(stripped).toString(), first);
            open.setLength(0);
        }
        if (!open.isEmpty()) {
            put(fields, open.toString(), first);
        }
        return Node.map(1, fields);
    }

    private static void put(Map<String, Node> fields, String line, int number) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != '=' && line.charAt(end) != ':') {
            end++;
        }
        String value = end < line.length() ? line.substring(end + 1).strip() : "";
        fields.put(line.substring(0, end).strip(), Node.leaf(value, number));
    }
}
