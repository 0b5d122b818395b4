package dev.pave.persona;

import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives every non-blank line of a document its kind, and builds the personas from them. One pass, linear in the text. */
final class PersonaParser {

    static final String HEADING_REMEDY = "begin it with a line '# Persona: some-id'";

    private static final String COMMENT_START = "<!--";
    private static final String COMMENT_END = "-->";
    private static final Pattern ANNOUNCEMENT = Pattern.compile("PERSONA [0-9]{1,4}/[0-9]{1,4}: ?([0-9]+-)?(.*)");
    private static final Pattern METADATA = Pattern.compile("([^\\s:：]{1,30}(?: [^\\s:：]{1,30}){0,2}) ?[:：](.*)");
    private static final Set<String> PERSONA_KEYS = Set.of("persona", "페르소나");
    private static final Set<String> LATE_KEYS = Set.of("author", "category", "version", "license", "licence", "use");

    private final String source;
    private final List<String> lines;
    private final Problems problems;
    private final List<Persona> finished = new ArrayList<>();

    private boolean started;
    private Optional<PersonaId> id = Optional.empty();
    private Location location;
    private boolean announcedOnly;
    private boolean faulty;
    private Optional<String> title = Optional.empty();
    private Map<String, String> metadata = new LinkedHashMap<>();
    private Map<Integer, Line.Kind> kinds = new TreeMap<>();
    private List<Section> sections = new ArrayList<>();
    private List<Item> items = new ArrayList<>();
    private List<String> path = new ArrayList<>();
    private Optional<String> introduction = Optional.empty();
    private Location sectionLocation;

    private MetadataPlace metadataPlace = MetadataPlace.BEFORE;
    private Optional<OpenItem> open = Optional.empty();
    private Optional<String> fence = Optional.empty();
    private boolean inComment;

    PersonaParser(String source, List<String> lines, Problems problems) {
        this.source = source;
        this.lines = lines;
        this.problems = problems;
        this.location = Location.of(source);
        this.sectionLocation = Location.of(source, 1);
    }

    /** Where a heading {@code # Key: value} is metadata: directly after the persona's name any key, a little later the usual ones, then none. */
    private enum MetadataPlace {
        BEFORE,
        DIRECTLY_AFTER,
        LATER,
        OVER;

        boolean takes(String key) {
            return this == DIRECTLY_AFTER || (this != OVER && LATE_KEYS.contains(key));
        }
    }

    private record OpenItem(Item.Kind kind, int firstLine, int depth, StringBuilder text) {}

    List<Persona> parse() {
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, lines.get(i));
        }
        finish();
        if (!started) {
            problems.add("no-persona-heading", Location.of(source), "no persona heading", HEADING_REMEDY);
        }
        return finished;
    }

    private void line(int number, String line) {
        String stripped = line.strip();
        Matcher announcement = ANNOUNCEMENT.matcher(stripped);
        if (announcement.matches()) {
            start(number, announcement.group(2).strip(), true);
        } else if (fence.isPresent()) {
            inFence(number, line, stripped);
        } else if (stripped.isEmpty()) {
            closeItem();
            if (metadataPlace == MetadataPlace.DIRECTLY_AFTER) {
                metadataPlace = MetadataPlace.LATER;
            }
        } else if (inComment || stripped.startsWith(COMMENT_START)) {
            comment(number, stripped);
        } else if (MarkdownLine.isFence(stripped)) {
            closeItem();
            fence = Optional.of(stripped.substring(0, 3));
            kinds.put(number, Line.Kind.METADATA);
        } else if (!MarkdownLine.hasWord(stripped)) {
            rule(number, stripped);
        } else if (MarkdownLine.headingLevel(stripped) > 0) {
            heading(number, MarkdownLine.headingLevel(stripped), MarkdownLine.headingText(stripped));
        } else {
            content(number, line, stripped);
        }
    }

    private void start(int number, String name, boolean announcement) {
        boolean namesTheAnnounced = announcedOnly && !announcement;
        if (started && !namesTheAnnounced) {
            finish();
        }
        announcedOnly = announcement;
        started = true;
        location = Location.of(source, number);
        metadataPlace = MetadataPlace.DIRECTLY_AFTER;
        fence = Optional.empty();
        closeItem();
        kinds.put(number, Line.Kind.METADATA);
        faulty = !PersonaId.isValid(name);
        id = faulty ? Optional.empty() : Optional.of(new PersonaId(name));
    }

    private void finish() {
        closeItem();
        closeSection(Location.of(source, 1));
        if (started && faulty) {
            problems.add(
                    "persona-id",
                    location,
                    "the persona has no usable id",
                    "small Latin letters, digits and single hyphens, as 'mobile-developer'");
        }
        if (inComment) {
            problems.add(
                    "persona-comment",
                    location,
                    "the persona has a comment that does not end",
                    "end it with '" + COMMENT_END + "'");
        }
        id.ifPresent(found -> finished.add(new Persona(
                found,
                title.orElse(found.value()),
                metadata,
                location,
                sections,
                kinds.entrySet().stream()
                        .map(entry -> new Line(
                                Location.of(source, entry.getKey()),
                                entry.getValue(),
                                lines.get(entry.getKey() - 1).strip()))
                        .toList())));
        id = Optional.empty();
        faulty = false;
        announcedOnly = false;
        title = Optional.empty();
        metadata = new LinkedHashMap<>();
        kinds = new TreeMap<>();
        sections = new ArrayList<>();
        path = new ArrayList<>();
        inComment = false;
    }

    /** What stands behind the end of a comment on the same line is text like any other. */
    private void comment(int number, String stripped) {
        closeItem();
        int end = stripped.lastIndexOf(COMMENT_END);
        inComment = end < 0;
        String behind =
                inComment ? "" : stripped.substring(end + COMMENT_END.length()).strip();
        if (MarkdownLine.hasWord(behind)) {
            content(number, behind, behind);
        } else {
            kinds.put(number, Line.Kind.METADATA);
        }
    }

    private void inFence(int number, String line, String stripped) {
        boolean ends = fence.filter(
                        mark -> stripped.startsWith(mark) && stripped.chars().allMatch(c -> c == mark.charAt(0)))
                .isPresent();
        if (ends) {
            fence = Optional.empty();
            closeItem();
            kinds.put(number, Line.Kind.METADATA);
        } else if (open.isPresent()) {
            open.get().text().append('\n').append(line);
            if (!stripped.isEmpty()) {
                kinds.put(number, Line.Kind.ITEM);
            }
        } else if (MarkdownLine.hasWord(stripped)) {
            begin(Item.Kind.CODE, number, 0, line);
        } else if (!stripped.isEmpty()) {
            kinds.put(number, Line.Kind.METADATA);
        }
    }

    private void rule(int number, String stripped) {
        boolean underline = stripped.chars().allMatch(c -> c == stripped.charAt(0))
                && "=-".indexOf(stripped.charAt(0)) >= 0
                && open.filter(item -> item.kind() == Item.Kind.PARAGRAPH).isPresent()
                && !(number < lines.size()
                        && ANNOUNCEMENT.matcher(lines.get(number).strip()).matches());
        if (underline) {
            OpenItem item = open.orElseThrow();
            open = Optional.empty();
            for (int i = item.firstLine(); i < number; i++) {
                kinds.put(i, Line.Kind.HEADING);
            }
            kinds.put(number, Line.Kind.HEADING);
            openSection(
                    item.firstLine(),
                    stripped.startsWith("=") ? 1 : 2,
                    MarkdownLine.plain(item.text().toString()));
            return;
        }
        closeItem();
        kinds.put(number, Line.Kind.METADATA);
    }

    private void heading(int number, int level, String text) {
        closeItem();
        Matcher entry = METADATA.matcher(text);
        if (level == 1
                && entry.matches()
                && metadata(number, entry.group(1).toLowerCase(Locale.ROOT), entry.group(2))) {
            return;
        }
        if (!started) {
            kinds.put(number, Line.Kind.METADATA); // the title of a bundle
            return;
        }
        metadataPlace = MetadataPlace.OVER;
        kinds.put(number, Line.Kind.HEADING);
        openSection(number, level, MarkdownLine.plain(text));
    }

    private boolean metadata(int number, String key, String value) {
        if (PERSONA_KEYS.contains(key)) {
            start(number, value.strip(), false);
        } else if (!metadataPlace.takes(key)) {
            return false;
        }
        kinds.put(number, Line.Kind.METADATA);
        metadata.putIfAbsent(key, value.strip());
        return true;
    }

    private void openSection(int number, int level, String text) {
        closeSection(Location.of(source, number));
        if (level == 1 && title.isEmpty()) {
            title = Optional.of(text);
        }
        while (path.size() >= level) {
            path.remove(path.size() - 1);
        }
        while (path.size() < level - 1) {
            path.add("");
        }
        path.add(text);
    }

    private void closeSection(Location next) {
        if (!items.isEmpty()) {
            sections.add(new Section(
                    Stream.concat(path.stream().filter(part -> !part.isEmpty()), introduction.stream())
                            .toList(),
                    sectionLocation,
                    items));
            items = new ArrayList<>();
        }
        introduction = Optional.empty();
        sectionLocation = next;
    }

    private void content(int number, String line, String stripped) {
        if (started) {
            metadataPlace = MetadataPlace.OVER;
        }
        Optional<MarkdownLine.Bullet> bullet = MarkdownLine.bullet(line);
        if (bullet.isPresent()) {
            closeItem();
            String text = bullet.get().text();
            if (MarkdownLine.isIntroduction(text)
                    && nextIsBulletDeeperThan(number, bullet.get().indent())) {
                kinds.put(number, Line.Kind.HEADING);
            } else {
                begin(Item.Kind.BULLET, number, bullet.get().depth(), text);
            }
        } else if (stripped.startsWith("|")) {
            closeItem();
            begin(Item.Kind.TABLE_ROW, number, 0, stripped);
            closeItem();
        } else if (open.isPresent()) {
            kinds.put(number, Line.Kind.ITEM);
            open.get().text().append('\n').append(stripped);
        } else if (MarkdownLine.isIntroduction(stripped) && nextIsBulletDeeperThan(number, -1)) {
            kinds.put(number, Line.Kind.HEADING);
            introduce(number, MarkdownLine.plain(stripped));
        } else {
            begin(Item.Kind.PARAGRAPH, number, 0, stripped);
        }
    }

    /** A line such as {@code Provide:} is a heading below the current one; the next of its kind takes its place. */
    private void introduce(int number, String text) {
        closeSection(Location.of(source, number));
        introduction = Optional.of(MarkdownLine.withoutColon(text));
    }

    private void begin(Item.Kind kind, int number, int depth, String text) {
        kinds.put(number, Line.Kind.ITEM);
        open = Optional.of(new OpenItem(kind, number, depth, new StringBuilder(text)));
    }

    private void closeItem() {
        open.ifPresent(item -> {
            String text = item.text().toString();
            items.add(new Item(
                    item.kind(),
                    MarkdownLine.label(text),
                    item.kind() == Item.Kind.CODE ? text : MarkdownLine.plain(text),
                    Location.of(source, item.firstLine()),
                    item.depth()));
        });
        open = Optional.empty();
    }

    private boolean nextIsBulletDeeperThan(int number, int indent) {
        for (int i = number; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return MarkdownLine.bullet(lines.get(i))
                        .filter(bullet -> bullet.indent() > indent)
                        .isPresent();
            }
        }
        return false;
    }
}
