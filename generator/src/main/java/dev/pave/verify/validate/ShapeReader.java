package dev.pave.verify.validate;

import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads shapes from a resource beside this class: a mapping of names to shapes.
 *
 * <p>{@code text}, {@code bool}, {@code int}, {@code number}, {@code any} and names of the same resource are shapes; {@code a | b} is either;
 * {@code =a,b} is one of these words; {@code [x]} is a list; a mapping has fields, {@code name!} a required one, {@code "*"} all others.
 */
final class ShapeReader {

    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
    private final YamlNode.Mapping root;

    private ShapeReader(YamlNode.Mapping root) {
        this.root = root;
    }

    /** All shapes of a resource by name. */
    static SortedMap<String, Shape> read(String resource) {
        YamlNode.Mapping root = mapping(resource);
        ShapeReader reader = new ShapeReader(root);
        root.entries().forEach((name, entry) -> reader.shapes.put(name, reader.shape(entry.value())));
        return new TreeMap<>(reader.shapes);
    }

    /** A resource beside this class. */
    static YamlNode.Mapping mapping(String resource) {
        try (InputStream in = ShapeReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!(YamlReader.read(resource, text) instanceof YamlNode.Mapping root)) {
                throw new IllegalStateException(resource + " is no mapping");
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shape shape(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return new Shape.ListOf(shape(sequence.items().get(0)));
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return fields(mapping);
        }
        String text = ((YamlNode.Scalar) node).text();
        if (text.startsWith("=")) {
            return new Shape.Word(Arrays.asList(text.substring(1).split(",", -1)));
        }
        List<Shape> choices = Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .map(name -> named(node, name))
                .toList();
        return choices.size() == 1 ? choices.get(0) : new Shape.Either(choices);
    }

    private Shape named(YamlNode node, String name) {
        return switch (name) {
            case "any" -> new Shape.Any();
            case "text" -> new Shape.Scalar(Shape.Kind.TEXT);
            case "bool" -> new Shape.Scalar(Shape.Kind.BOOL);
            case "int" -> new Shape.Scalar(Shape.Kind.INT);
            case "number" -> new Shape.Scalar(Shape.Kind.NUMBER);
            case "texts" -> new Shape.ListOf(new Shape.Scalar(Shape.Kind.TEXT));
            default -> {
                if (!root.entries().containsKey(name)) {
                    throw new IllegalStateException(node.location() + ": no shape '" + name + "'");
                }
                yield new Shape.Named(name, () -> java.util.Objects.requireNonNull(shapes.get(name)));
            }
        };
    }

    private Shape fields(YamlNode.Mapping mapping) {
        SortedMap<String, Shape.Field> fields = new TreeMap<>();
        Optional<Shape> others = mapping.get("*").map(this::shape);
        mapping.entries().forEach((key, entry) -> {
            boolean required = key.endsWith("!");
            if (!key.equals("*")) {
                fields.put(
                        required ? key.substring(0, key.length() - 1) : key,
                        new Shape.Field(shape(entry.value()), required));
            }
        });
        return new Shape.Fields(fields, others);
    }
}
