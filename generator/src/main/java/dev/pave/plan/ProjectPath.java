package dev.pave.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file's path inside a generated repository, checked when it is made: relative, {@code /} between segments, in Unicode normal form C, and
 * safe to write on Linux, macOS and Windows. No path leads outside the repository or into a {@code .git} folder, under any of the names that a
 * file system may take for one.
 *
 * <p>Sources of the rules: git's {@code verify_path} (CVE-2014-9390, CVE-2019-1352), Microsoft's "Naming Files, Paths, and Namespaces".
 */
public record ProjectPath(String value) implements Comparable<ProjectPath> {

    private static final int MOST_BYTES = 1000;
    private static final int MOST_SEGMENT_BYTES = 255;
    private static final String REFUSED_CHARACTERS = "\\:*?\"<>|";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

    /** @throws IllegalArgumentException saying why the path is refused; {@link #whyRefused} asks without throwing */
    public ProjectPath {
        String normal = value;
        whyRefused(normal).ifPresent(reason -> {
            throw new IllegalArgumentException("'" + normal + "' cannot be a path in a repository: " + reason);
        });
    }

    /** Why this text cannot be a path; empty where it can. */
    public static Optional<String> whyRefused(String path) {
        if (path.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
            return Optional.of("it is not in Unicode normal form C");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("it is longer than " + MOST_BYTES + " bytes");
        }
        if (path.startsWith("/")) {
            return Optional.of("it is absolute");
        }
        return List.of(path.split("/", -1)).stream()
                .map(ProjectPath::whySegmentRefused)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> whySegmentRefused(String segment) {
        if (segment.isEmpty()) {
            return Optional.of("a segment is empty");
        }
        if (segment.equals(".") || segment.equals("..")) {
            return Optional.of("'" + segment + "' is not a name");
        }
        if (segment.startsWith("-")) {
            return Optional.of("a name that starts with '-' reads as an option");
        }
        if (segment.startsWith(" ") || segment.endsWith(" ") || segment.endsWith(".")) {
            return Optional.of("a name must not start with a space or end with a space or a dot");
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > MOST_SEGMENT_BYTES) {
            return Optional.of("a name is longer than " + MOST_SEGMENT_BYTES + " bytes");
        }
        Optional<String> character = segment.codePoints()
                .filter(ProjectPath::isRefused)
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X is not allowed in a name", c))
                .findFirst();
        if (character.isPresent()) {
            return character;
        }
        String folded = segment.toLowerCase(Locale.ROOT);
        if (folded.equals(".git") || folded.matches("git~[0-9]+")) {
            return Optional.of("'" + segment + "' belongs to git");
        }
        String stem =
                folded.contains(".") ? folded.substring(0, folded.indexOf('.')).stripTrailing() : folded;
        if (DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]")) {
            return Optional.of("'" + segment + "' is a device on Windows");
        }
        return Optional.empty();
    }

    /** Control, format (some file systems ignore them: {@code .g\u200cit}), private, unassigned and surrogate code points, and what Windows reserves. */
    private static boolean isRefused(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> REFUSED_CHARACTERS.indexOf(codePoint) >= 0;
        };
    }

    /** The file's name, without its folders. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The same for all paths that a file system may take for one: it ignores case. */
    public String collisionKey() {
        return Normalizer.normalize(value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Where the file is when the repository is at the given folder. */
    public Path in(Path folder) {
        return folder.resolve(value);
    }

    @Override
    public int compareTo(ProjectPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
