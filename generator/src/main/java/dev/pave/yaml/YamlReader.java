package dev.pave.yaml;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 documents of untrusted origin.
 *
 * <p>It follows the parser's events, so nothing is built that is not wanted: tags make no objects, anchors and aliases are refused (an alias is
 * the way to a document that grows without bound), as are duplicate keys; size, depth and the digits of a number are limited.
 */
public final class YamlReader {

    static final int MOST_CODE_POINTS = 1 << 20;
    static final int DEEPEST = 40;

    /** A file that is no text at all has many; some of them show that. */
    private static final int MOST_UNREADABLE = 10;

    private final String source;
    private final Problems problems;
    private final Iterator<Event> events;

    private YamlReader(String source, Problems problems, Iterator<Event> events) {
        this.source = source;
        this.problems = problems;
        this.events = events;
    }

    /**
     * Reads a document.
     *
     * @param source its name in problems
     * @return the root, or a null scalar for an empty document
     * @throws InvalidInput with all faults of the YAML itself
     */
    public static YamlNode read(String source, String text) {
        return read(source, text, YamlReader::document);
    }

    /**
     * Reads all documents of a file that may hold several.
     *
     * @param source its name in problems
     * @return their roots, in the order written; a null scalar for an empty one between two {@code ---}, and no root for an empty file
     * @throws InvalidInput with all faults of the YAML itself
     */
    public static List<YamlNode> readAll(String source, String text) {
        return read(source, text, YamlReader::documents);
    }

    private static <T> T read(String source, String text, Function<YamlReader, T> what) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.codePointCount(0, content.length()) > MOST_CODE_POINTS) {
            throw new InvalidInput(new Problem(
                    "yaml-too-long",
                    Location.of(source),
                    "longer than " + MOST_CODE_POINTS + " characters",
                    "is it the right file?"));
        }
        Problems problems = new Problems();
        findUnreadable(source, content, problems);
        problems.throwIfAny();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(content.length() + 1) // ours is checked above
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(content).iterator();
            T result = what.apply(new YamlReader(source, problems, events));
            problems.throwIfAny();
            return result;
        } catch (MarkedYamlEngineException e) {
            Location place =
                    e.getProblemMark().map(mark -> location(source, mark)).orElse(Location.of(source));
            throw new InvalidInput(new Problem("yaml-syntax", place, "not YAML: " + e.getProblem(), ""));
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new InvalidInput(new Problem("yaml-syntax", Location.of(source), "not YAML: " + message, ""));
        }
    }

    /** A scalar that is given without a document around it, as on a command line; it means what it would without quotes. */
    public static YamlNode.Scalar scalar(Location place, String text) {
        boolean tooLong = text.length() > CoreSchema.LONGEST_NUMBER;
        return new YamlNode.Scalar(place, text, tooLong ? Optional.of(text) : CoreSchema.value(text), true);
    }

    private YamlNode document() {
        next(); // the start of the stream
        if (next().getEventId() != Event.ID.DocumentStart) {
            return nothing(Location.of(source));
        }
        YamlNode root = node(next(), 0);
        next(); // the end of the document
        Event after = next();
        if (after.getEventId() == Event.ID.DocumentStart) {
            problems.add("yaml-documents", location(after), "a second document begins here", "keep one");
        }
        return root;
    }

    private List<YamlNode> documents() {
        List<YamlNode> roots = new ArrayList<>();
        next(); // the start of the stream
        while (next().getEventId() == Event.ID.DocumentStart) {
            roots.add(node(next(), 0));
            next(); // the end of the document
        }
        return List.copyOf(roots);
    }

    private YamlNode node(Event event, int depth) {
        Location place = location(event);
        if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> refuseAnchor(place, event, anchor));
        }
        if (event instanceof ScalarEvent scalar) {
            scalar.getTag().ifPresent(tag -> refuseTag(place, tag));
            boolean plain = scalar.isPlain();
            return plain && scalar.getTag().isEmpty()
                    ? plain(place, scalar.getValue())
                    : new YamlNode.Scalar(place, scalar.getValue(), Optional.of(scalar.getValue()), plain);
        }
        if (event instanceof CollectionStartEvent collection) {
            collection.getTag().ifPresent(tag -> refuseTag(place, tag));
            if (depth == DEEPEST) {
                problems.add("yaml-too-deep", place, "nested deeper than " + DEEPEST + " levels", "");
                throw new InvalidInput(problems.list());
            }
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(place, depth);
        }
        if (event instanceof MappingStartEvent) {
            return mapping(place, depth);
        }
        return nothing(place);
    }

    private YamlNode.Sequence sequence(Location place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(place, items);
    }

    private YamlNode.Mapping mapping(Location place, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(next(), depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                if (event.getEventId() != Event.ID.Alias) {
                    problems.add("yaml-key", key.location(), "a key must be a text, this is " + key.kind(), "");
                }
                continue;
            }
            YamlNode.Entry first = entries.putIfAbsent(name.text(), new YamlNode.Entry(name.location(), value));
            if (first != null) {
                problems.add(
                        "yaml-duplicate-key",
                        name.location(),
                        "'" + name.text() + "' is given twice",
                        "first given at " + first.key() + "; keep one");
            }
        }
        return new YamlNode.Mapping(place, Collections.unmodifiableMap(entries));
    }

    private YamlNode.Scalar plain(Location place, String text) {
        if (CoreSchema.isNumber(text) && text.length() > CoreSchema.LONGEST_NUMBER) {
            problems.add(
                    "yaml-number", place, "a number of more than " + CoreSchema.LONGEST_NUMBER + " characters", "");
            return new YamlNode.Scalar(place, text, Optional.of(0L), true);
        }
        return new YamlNode.Scalar(place, text, CoreSchema.value(text), true);
    }

    private void refuseAnchor(Location place, Event event, Anchor anchor) {
        String what = event instanceof AliasEvent ? "the alias *" : "the anchor &";
        problems.add("yaml-alias", place, what + anchor.getValue() + " is not read here", "write the value out");
    }

    private void refuseTag(Location place, String tag) {
        problems.add("yaml-tag", place, "the tag " + tag + " is not read here", "remove it; quotes make a text");
    }

    private static YamlNode.Scalar nothing(Location place) {
        return new YamlNode.Scalar(place, "", Optional.empty(), true);
    }

    private Event next() {
        return events.next();
    }

    private Location location(Event event) {
        return event.getStartMark().map(mark -> location(source, mark)).orElse(Location.of(source));
    }

    private static Location location(String source, Mark mark) {
        return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Finds the characters that YAML does not have (section 5.1), which the parser would report one by one and without a line. */
    private static void findUnreadable(String source, String content, Problems problems) {
        int line = 1;
        int column = 1;
        int found = 0;
        for (int i = 0, c; i < content.length() && found < MOST_UNREADABLE; i += Character.charCount(c)) {
            c = content.codePointAt(i);
            if (!isReadable(c)) {
                found++;
                problems.add(
                        "yaml-character",
                        new Location(source, line, column),
                        String.format("the character U+%04X cannot stand in YAML", c),
                        "remove it, or write an escape between double quotes");
            }
            boolean crlf = c == '\r' && i + 1 < content.length() && content.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crlf)) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    private static boolean isReadable(int c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c <= '~'
                || c == 0x85
                || (c >= 0xA0 && c <= 0xFFFD && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
