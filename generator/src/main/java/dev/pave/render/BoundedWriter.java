package dev.pave.render;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** Collects what a template writes, and ends a template that writes without end. */
final class BoundedWriter extends Writer {

    /** More than any file that a person would read. */
    static final int MOST_CHARACTERS = 4 << 20;

    private final StringWriter out = new StringWriter();
    private long written;

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        written += length;
        if (written > MOST_CHARACTERS) {
            throw new IOException("the template writes more than " + MOST_CHARACTERS + " characters");
        }
        out.write(characters, offset, length);
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
