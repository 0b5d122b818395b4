package dev.pave.catalogue;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problems;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlNode.Mapping;
import dev.pave.yaml.YamlNode.Scalar;
import dev.pave.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How each field type is written in each language: the one table {@code types.yaml} of a template root. A row is a field type, a column a language's name
 * for it, in which {@code {precision}}, {@code {scale}}, {@code {maxLength}}, {@code {Enum}} and {@code {to}} stand for the field's own.
 *
 * @param rows column to text, by field type
 */
public record TypeTable(Map<String, Map<String, String>> rows) {

    private static final String FILE = "types.yaml";

    static TypeTable read(TemplateTree tree, Problems problems) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        tree.bytes(FILE).ifPresent(bytes -> {
            try {
                YamlNode root = YamlReader.read(tree.sourceName(FILE), new String(bytes, StandardCharsets.UTF_8));
                if (!(root instanceof Mapping types)) {
                    problems.add("types", root.location(), "the type table is a mapping", "");
                    return;
                }
                types.entries().forEach((type, entry) -> rows.put(type, row(entry.value(), problems)));
            } catch (InvalidInput e) {
                e.problems().forEach(problems::add);
            }
        });
        return new TypeTable(rows);
    }

    private static Map<String, String> row(YamlNode node, Problems problems) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((column, cell) -> {
                if (cell.value() instanceof Scalar scalar) {
                    columns.put(column, scalar.text());
                } else {
                    problems.add("types", cell.value().location(), "a cell of the type table is a text", "");
                }
            });
        } else {
            problems.add("types", node.location(), "a row of the type table is a mapping", "");
        }
        return columns;
    }

    /**
     * A type's row with its placeholders filled.
     *
     * @param values by placeholder, without braces
     */
    public Map<String, Object> columns(String type, Map<String, String> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        rows.getOrDefault(type, Map.of()).forEach((column, text) -> {
            String cell = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                cell = cell.replace("{" + value.getKey() + "}", value.getValue());
            }
            filled.put(column, cell);
        });
        return filled;
    }
}
