package dev.pave.yaml;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML 1.2 document of untrusted origin.
 *
 * <p>Tags make no objects, duplicate keys and aliases are refused (an alias is the way to a document that grows without bound), and size, depth
 * and the digits of a number are limited.
 */
public final class YamlReader {

    private static final int MOST_CODE_POINTS = 1 << 20;
    private static final int DEEPEST = 40;
    private static final int MOST_DIGITS = 40;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private final String source;
    private final Problems problems;

    private YamlReader(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Reads a document.
     *
     * @param source its name in problems
     * @return the root, or a null scalar for an empty document
     * @throws InvalidInput with all faults of the YAML itself
     */
    public static YamlNode read(String source, String text) {
        Problems problems = new Problems();
        YamlNode root = new YamlReader(source, problems).document(text);
        problems.throwIfAny();
        return root;
    }

    private YamlNode document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setAllowDuplicateKeys(true) // found below, all of them, with their places
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MOST_CODE_POINTS)
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(root -> node(root, 0))
                    .orElseGet(() -> new YamlNode.Scalar(Location.of(source), "", Optional.empty(), true));
        } catch (MarkedYamlEngineException e) {
            Location place = e.getProblemMark().map(this::location).orElse(Location.of(source));
            throw new InvalidInput(new Problem("yaml-syntax", place, "not YAML: " + e.getProblem(), ""));
        } catch (YamlEngineException e) {
            throw new InvalidInput(new Problem(
                    "yaml-syntax",
                    Location.of(source),
                    "not YAML that Pave reads: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "one document of at most " + MOST_CODE_POINTS + " characters"));
        }
    }

    private YamlNode node(Node node, int depth) {
        Location place = node.getStartMark().map(this::location).orElse(Location.of(source));
        if (depth > DEEPEST) {
            problems.add("yaml-too-deep", place, "nested deeper than " + DEEPEST + " levels", "");
            return new YamlNode.Scalar(place, "", Optional.empty(), true);
        }
        if (node.getAnchor().isPresent()) {
            problems.add("yaml-alias", place, "anchors and aliases are not read here", "write the value out");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(place, scalar);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(
                        item.isRecursive()
                                ? new YamlNode.Scalar(place, "", Optional.empty(), true)
                                : node(item, depth + 1));
            }
            return new YamlNode.Sequence(place, items);
        }
        return mapping(place, (MappingNode) node, depth);
    }

    private YamlNode mapping(Location place, MappingNode node, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Location at = tuple.getKeyNode().getStartMark().map(this::location).orElse(place);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add("yaml-key", at, "a key must be a text", "");
                continue;
            }
            YamlNode value = tuple.getValueNode().isRecursive()
                    ? new YamlNode.Scalar(at, "", Optional.empty(), true)
                    : node(tuple.getValueNode(), depth + 1);
            YamlNode.Entry first = entries.putIfAbsent(key.getValue(), new YamlNode.Entry(at, value));
            if (first != null) {
                problems.add(
                        "yaml-duplicate-key",
                        at,
                        "'" + key.getValue() + "' is given twice",
                        "first given at " + first.key() + "; keep one");
            }
        }
        return new YamlNode.Mapping(place, Collections.unmodifiableMap(entries));
    }

    private YamlNode.Scalar scalar(Location place, ScalarNode node) {
        String text = node.getValue();
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        if (!plain || node.getTag().equals(Tag.STR)) {
            if (!plain && !node.getTag().equals(Tag.STR)) {
                problems.add("yaml-tag", place, "tags are not read here", "remove " + node.getTag());
            }
            return new YamlNode.Scalar(place, text, Optional.of(text), plain);
        }
        return new YamlNode.Scalar(place, text, plainValue(place, text, node.getTag()), true);
    }

    private Optional<Object> plainValue(Location place, String text, Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return Optional.empty();
        }
        if (tag.equals(Tag.BOOL)) {
            return Optional.of(Boolean.valueOf(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            if (text.length() > MOST_DIGITS) {
                problems.add("yaml-number", place, "a number of more than " + MOST_DIGITS + " characters", "");
                return Optional.of(0L);
            }
            return Optional.of(number(text));
        }
        problems.add("yaml-tag", place, "tags are not read here", "remove " + tag);
        return Optional.of(text);
    }

    /** A number, or the text itself for what has no exact value, such as {@code .inf} or {@code 0x1F}. */
    private static Object number(String text) {
        if (INTEGER.matcher(text).matches()) {
            BigInteger integer = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
            if (integer.bitLength() < Long.SIZE) {
                return integer.longValue();
            }
            return new BigDecimal(integer);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private Location location(Mark mark) {
        return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
