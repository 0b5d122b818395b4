package dev.pave.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a command reads from and prints to. Text from inputs cannot steer the terminal: control characters are shown, not sent. */
final class Terminal {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable Person person;
    private final boolean colours;

    /**
     * Without colours.
     *
     * @param person who is at the keyboard; null where nobody is
     */
    Terminal(InputStream in, PrintStream out, PrintStream err, @Nullable Person person) {
        this(in, out, err, person, false);
    }

    /**
     * What a command talks to.
     *
     * @param person who is at the keyboard; null where nobody is
     * @param colours whether what is printed may have them
     */
    Terminal(InputStream in, PrintStream out, PrintStream err, @Nullable Person person, boolean colours) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.person = person;
        this.colours = colours;
    }

    InputStream in() {
        return in;
    }

    /** Somebody to ask, if standard input and output are a terminal. */
    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    /** A line, or several, for people. */
    void print(String text) {
        out.print(visible(text) + "\n");
    }

    /** A line of pieces, one after the other; spaces that fill a column are left out at its end, those of a piece alone are its own. */
    void print(List<Styled> pieces) {
        StringBuilder line = new StringBuilder();
        pieces.forEach(piece -> line.append(colours ? piece.painted() : visible(piece.text())));
        out.print((pieces.size() == 1 ? line.toString() : line.toString().stripTrailing()) + "\n");
    }

    /** What went wrong, on standard error. */
    void complain(String text) {
        out.flush();
        err.print(visible(text) + "\n");
    }

    /** A value for programs: maps, lists, texts, numbers, truth values. */
    void printJson(Object tree) {
        print(json(tree));
    }

    /** The same as a text; what would steer a terminal is written as escapes in it. */
    static String json(Object tree) {
        return visible(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree));
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** The text with what would steer a terminal written as an escape, which in JSON stands for the same. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean steers = (Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t')
                    || (c >= 0x202a && c <= 0x202e)
                    || (c >= 0x2066 && c <= 0x2069);
            if (steers) {
                visible.append(String.format("\\u%04x", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
