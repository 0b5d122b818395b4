package dev.pave.persona;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads personas of unknown origin: one per file, or several in a bundle. A fault of one file does not hide those of the next.
 *
 * <p>The documents are lists of one-line bullets under headings, and each line must be accounted for. So they are read by line and not with a
 * Markdown library: a tree of blocks would have to be mapped back to lines, metadata headings are no headings in it, and it costs start-up time.
 */
public final class PersonaReader {

    private static final int MOST_BYTES = 1 << 20;

    private final Problems problems = new Problems();
    private final List<Persona> personas = new ArrayList<>();

    private PersonaReader() {}

    /**
     * A document that was read already, such as a resource of the jar.
     *
     * @param source its name in problems and locations
     */
    public record Document(String source, String text) {}

    /**
     * Reads files, and the {@code .md} files of directories in the order of their names.
     *
     * @throws InvalidInput with the faults of all of them
     */
    public static List<Persona> read(List<Path> filesOrDirectories) {
        PersonaReader reader = new PersonaReader();
        filesOrDirectories.forEach(reader::add);
        return reader.result();
    }

    public static List<Persona> read(Path fileOrDirectory) {
        return read(List.of(fileOrDirectory));
    }

    /**
     * Reads documents together.
     *
     * @throws InvalidInput with the faults of all of them
     */
    public static List<Persona> parse(List<Document> documents) {
        PersonaReader reader = new PersonaReader();
        documents.forEach(document -> reader.add(document.source(), document.text()));
        return reader.result();
    }

    /**
     * Reads a text of one or more personas.
     *
     * @throws InvalidInput with all its faults
     */
    public static List<Persona> parse(String source, String text) {
        return parse(List.of(new Document(source, text)));
    }

    private List<Persona> result() {
        Map<PersonaId, Location> first = new HashMap<>();
        for (Persona persona : personas) {
            Location earlier = first.putIfAbsent(persona.id(), persona.location());
            if (earlier != null) {
                problems.add(
                        "duplicate-persona",
                        persona.location(),
                        "persona '" + persona.id() + "' is given twice",
                        "first given at " + earlier + "; give one of them another id");
            }
        }
        problems.throwIfAny();
        return List.copyOf(personas);
    }

    private void add(Path path) {
        try {
            if (Files.isDirectory(path)) {
                addDirectory(path);
            } else {
                addFile(path);
            }
        } catch (NoSuchFileException e) {
            problems.add("persona-missing", Location.of(path.toString()), "there is no such file", "");
        } catch (IOException e) {
            problems.add("persona-unreadable", Location.of(path.toString()), "cannot be read: " + e.getMessage(), "");
        }
    }

    private void addDirectory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(directory)) {
            files = children.filter(child -> child.toString().endsWith(".md") && Files.isRegularFile(child))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            problems.add("persona-missing", Location.of(directory.toString()), "the directory holds no .md file", "");
        }
        for (Path file : files) {
            addFile(file);
        }
    }

    private void addFile(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            add(file.toString(), content.readNBytes(MOST_BYTES + 1));
        }
    }

    private void add(String source, byte[] content) {
        if (content.length > MOST_BYTES) {
            problems.add(
                    "persona-too-large",
                    Location.of(source),
                    "larger than 1 MB, which no persona is",
                    "is this the right file?");
            return;
        }
        try {
            add(source, UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            problems.add(notText(Location.of(source)));
        }
    }

    private void add(String source, String text) {
        List<String> lines = lines(text);
        for (int i = 0; i < lines.size(); i++) {
            if (hasControl(lines.get(i))) {
                problems.add(notText(Location.of(source, i + 1)));
                return;
            }
        }
        if (lines.stream().allMatch(String::isBlank)) {
            problems.add("persona-empty", Location.of(source), "the file is empty", PersonaParser.HEADING_REMEDY);
            return;
        }
        personas.addAll(new PersonaParser(source, lines, problems).parse());
    }

    private static boolean hasControl(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lines(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return NormalForm.of(withoutMark).lines().toList();
    }

    private static Problem notText(Location location) {
        return new Problem(
                "persona-not-text", location, "not a text in UTF-8", "save the persona as a Markdown file in UTF-8");
    }
}
