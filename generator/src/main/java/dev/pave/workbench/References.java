package dev.pave.workbench;

import dev.pave.catalogue.TemplateTree;
import dev.pave.problem.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the templates of a root name: practices, slots, versions, other templates. Read from their text, so that a branch that no example takes counts too.
 *
 * @param all in the order of files and lines
 */
record References(List<Reference> all) {

    /** What a reference leads to. */
    enum Kind {
        /** Lines that a practice asks for. */
        REGION("\\[@practice\\s+id=\"([^\"\\[]+)\""),
        /** A question whether a practice is in force, or its figure. */
        PRACTICE("(?:\\bpractices\\[\"([^\"]+)\"\\]|\\bfigure\\(\"([^\"]+)\")"),
        SLOT("\\bslots\\[\"([^\"]+)\"\\]"),
        VERSION("\\bversions\\.([a-z]+)\\[\"([^\"]+)\"\\]"),
        TEMPLATE("\\[#(?:import|include)\\s+\"/?([^\"]+)\""),
        /** A version that stands in a template itself; the repository's own and the digest of nothing are none. */
        PIN(
                "uses:\\s*([A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[A-Za-z0-9.]+)|(?:^|\\s)(?:FROM|image:)\\s+([a-z0-9./-]+:[0-9][A-Za-z0-9._-]*)"
                        + "|<version>([0-9][^<]*+)(?<!-SNAPSHOT)</version>|(sha256:(?!0{64})[0-9a-f]{64})");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /**
     * One name in one template.
     *
     * @param name what is named; of a version {@code ecosystem/name}
     */
    record Reference(Kind kind, String name, Location place, String path) {}

    static References of(TemplateTree tree) {
        List<Reference> found = new ArrayList<>();
        for (String path : tree.paths()) {
            if (path.endsWith(".ftl")) {
                String text = new String(tree.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
                int number = 0;
                for (String line : text.lines().toList()) {
                    number++;
                    for (Kind kind : Kind.values()) {
                        add(found, kind, line, Location.of(tree.sourceName(path), number), path);
                    }
                }
            }
        }
        return new References(found);
    }

    private static void add(List<Reference> found, Kind kind, String line, Location place, String path) {
        Matcher matcher = kind.pattern.matcher(line);
        while (matcher.find()) {
            List<String> groups = new ArrayList<>();
            for (int i = 1; i <= matcher.groupCount(); i++) {
                if (matcher.group(i) != null) {
                    groups.add(matcher.group(i));
                }
            }
            found.add(new Reference(kind, String.join("/", groups), place, path));
        }
    }

    List<Reference> of(Kind kind) {
        return all.stream().filter(reference -> reference.kind() == kind).toList();
    }

    /** Practices that have lines, each with the first place. */
    SortedMap<String, Location> regions() {
        SortedMap<String, Location> regions = new TreeMap<>();
        of(Kind.REGION).forEach(reference -> regions.putIfAbsent(reference.name(), reference.place()));
        return regions;
    }
}
