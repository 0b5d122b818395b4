package dev.pave.verify.build;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what a build prints, line by line: all of it into a file, the last lines into memory, and where the build has got to for who waits. */
final class BuildLog implements AutoCloseable {

    private static final int TAIL = 40;
    private static final int LONGEST_LINE = 2_000;
    /** A build that prints without an end must not fill the disk. */
    private static final long MOST_CHARACTERS = 64L << 20;

    /** Maven's line before each goal, with the plugin's full name (to 3.8) or its short one. */
    private static final Pattern GOAL =
            Pattern.compile("\\[INFO\\] --- ([a-z0-9.-]{1,80}):[^: ]{1,80}:([a-zA-Z0-9-]{1,80}) .*");

    private final Path file;
    private final BufferedWriter writer;
    private final Consumer<String> progress;
    private final Deque<String> tail = new ArrayDeque<>();
    private long characters;

    /** @param progress hears of each step that begins, in a few words */
    BuildLog(Path file, Consumer<String> progress) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.progress = progress;
    }

    /** Takes a line; from several threads. */
    synchronized void add(String line) {
        characters += line.length() + 1L;
        try {
            if (characters <= MOST_CHARACTERS) {
                writer.write(line);
                writer.write('\n');
                writer.flush(); // for who looks while it builds
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tail.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
        if (tail.size() > TAIL) {
            tail.remove();
        }
        Matcher goal = GOAL.matcher(line);
        if (goal.matches()) {
            progress.accept(shortName(goal.group(1)) + ":" + goal.group(2));
        }
    }

    /** {@code compiler} for {@code maven-compiler-plugin}, {@code spring-boot} for {@code spring-boot-maven-plugin}. */
    private static String shortName(String plugin) {
        return plugin.replaceFirst("^maven-(.+)-plugin$", "$1").replaceFirst("-maven-plugin$", "");
    }

    Path file() {
        return file;
    }

    /** The last lines, without empty ones at the end. */
    synchronized List<String> tail() {
        List<String> lines = List.copyOf(tail);
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
