package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares a YAML document with a shape, all the way down, and reports every difference where it is. */
final class ShapeCheck {

    private final Report report;

    ShapeCheck(Report report) {
        this.report = report;
    }

    /**
     * Compares.
     *
     * @param path what the value is called in messages; empty for a whole document
     */
    void check(YamlNode node, Shape shape, String path) {
        if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return; // means that there is no such field
        }
        if (shape instanceof Shape.Named named) {
            check(node, named.shape().get(), path);
        } else if (shape instanceof Shape.Either either) {
            either(node, either, path);
        } else if (shape instanceof Shape.Fields fields) {
            fields(node, fields, path);
        } else if (shape instanceof Shape.ListOf list) {
            if (node instanceof YamlNode.Sequence sequence) {
                List<YamlNode> items = sequence.items();
                for (int i = 0; i < items.size(); i++) {
                    check(items.get(i), list.item(), path + "[" + i + "]");
                }
            } else {
                wrongType(node, "a list", path);
            }
        } else if (shape instanceof Shape.Word word) {
            if (!(node instanceof YamlNode.Scalar scalar) || !word.words().contains(scalar.text())) {
                report.add(
                        "wrong-value",
                        node.location(),
                        called(path) + " is "
                                + Nodes.text(node).map(text -> "'" + text + "'").orElse(node.kind())
                                + ", which is none of its values",
                        "one of: " + String.join(", ", word.words()));
            }
        } else if (shape instanceof Shape.Scalar wanted && !fits(node, wanted.kind())) {
            wrongType(node, wanted.kind().words(), path);
        }
    }

    private void fields(YamlNode node, Shape.Fields shape, String path) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            wrongType(node, "a mapping", path);
            return;
        }
        mapping.entries().forEach((key, entry) -> {
            Shape.Field field = shape.fields().get(key);
            String below = path.isEmpty() ? key : path + "." + key;
            if (field != null) {
                check(entry.value(), field.shape(), below);
            } else if (shape.others().isPresent()) {
                check(entry.value(), shape.others().get(), below);
            } else {
                report.add(
                        "unknown-field",
                        entry.key(),
                        "unknown field '" + key + "'" + (path.isEmpty() ? "" : " in " + path),
                        Suggestion.remedy(key, shape.fields().keySet()));
            }
        });
        shape.fields().forEach((key, field) -> {
            Optional<YamlNode> value = mapping.get(key);
            if (field.required() && value.filter(v -> !isNull(v)).isEmpty()) {
                Location place = value.map(YamlNode::location).orElse(mapping.location());
                report.add("missing-field", place, called(path) + " has no '" + key + "'", "add " + key);
            }
        });
    }

    /** The choice that fits the kind of node; where several do, the one with the fewest differences speaks. */
    private void either(YamlNode node, Shape.Either either, String path) {
        List<Shape> possible = either.choices().stream()
                .filter(choice -> resembles(node, choice))
                .toList();
        if (possible.isEmpty()) {
            wrongType(node, String.join(" or ", words(either)), path);
            return;
        }
        Function<Shape, Report> tried = shape -> {
            Report trial = new Report("");
            new ShapeCheck(trial).check(node, shape, path);
            return trial;
        };
        Shape best = possible.size() == 1
                ? possible.get(0)
                : possible.stream()
                        .min(Comparator.comparingInt(
                                shape -> tried.apply(shape).findings().size()))
                        .orElseThrow();
        check(node, best, path);
    }

    private static List<String> words(Shape shape) {
        List<String> words = new ArrayList<>();
        if (shape instanceof Shape.Named named) {
            return words(named.shape().get());
        } else if (shape instanceof Shape.Either either) {
            either.choices().forEach(choice -> words.addAll(words(choice)));
        } else if (shape instanceof Shape.Scalar scalar) {
            words.add(scalar.kind().words());
        } else {
            words.add(shape instanceof Shape.ListOf ? "a list" : shape instanceof Shape.Word ? "a word" : "a mapping");
        }
        return words;
    }

    private static boolean resembles(YamlNode node, Shape shape) {
        if (shape instanceof Shape.Named named) {
            return resembles(node, named.shape().get());
        } else if (shape instanceof Shape.Either either) {
            return either.choices().stream().anyMatch(choice -> resembles(node, choice));
        } else if (shape instanceof Shape.Fields) {
            return node instanceof YamlNode.Mapping;
        } else if (shape instanceof Shape.ListOf) {
            return node instanceof YamlNode.Sequence;
        } else if (shape instanceof Shape.Scalar scalar) {
            return fits(node, scalar.kind());
        }
        return shape instanceof Shape.Any || node instanceof YamlNode.Scalar;
    }

    private static boolean fits(YamlNode node, Shape.Kind kind) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
            return false;
        }
        Object value = scalar.value().orElseThrow();
        return switch (kind) {
            case TEXT -> value instanceof String;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case NUMBER -> value instanceof Number;
        };
    }

    private void wrongType(YamlNode node, String wanted, String path) {
        boolean unquoted = wanted.equals("a text") && node instanceof YamlNode.Scalar;
        report.add(
                "wrong-type",
                node.location(),
                called(path) + " must be " + wanted + ", this is " + node.kind(),
                unquoted ? "write it between quotes" : "");
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNull();
    }

    private static String called(String path) {
        return path.isEmpty() ? "the document" : path;
    }
}
