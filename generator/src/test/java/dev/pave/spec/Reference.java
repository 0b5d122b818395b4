package dev.pave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of {@code docs/} that are made from the table of {@link FieldType}. */
final class Reference {

    private static final Path DOCS = Path.of("..", "docs");

    private Reference() {}

    static String read(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    /** Compares what stands between two lines that mark a part of a file. */
    static void assertPartUpToDate(String name, String part, String expected) throws IOException {
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- end of " + part + " -->";
        String whole = read(name);
        assertThat(whole).contains(begin, end);
        String before = whole.substring(0, whole.indexOf(begin) + begin.length());
        String after = whole.substring(whole.indexOf(end));
        assertUpToDate(name, before + expected + after);
    }

    /** Compares a file, or writes it where the tests run with {@code -Dpave.docs=write}. */
    static void assertUpToDate(String name, String expected) throws IOException {
        if ("write".equals(System.getProperty("pave.docs"))) {
            Files.createDirectories(DOCS);
            Files.writeString(DOCS.resolve(name), expected);
        }
        assertThat(read(name))
                .as("docs/%s; mvn test -Dpave.docs=write writes it anew", name)
                .isEqualTo(expected);
    }
}
