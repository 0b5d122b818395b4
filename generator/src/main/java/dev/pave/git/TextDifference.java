package dev.pave.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Differences between two versions of a file, as {@code git diff} shows them. */
public final class TextDifference {

    private TextDifference() {}

    /** Unified hunks with three lines of context, headed by {@code ---} and {@code +++}; empty where the bytes are equal. */
    public static String unified(String path, byte[] before, byte[] after) {
        if (RawText.isBinary(before) || RawText.isBinary(after)) {
            return BlobId.of(before).equals(BlobId.of(after))
                    ? ""
                    : "Binary files a/" + path + " and b/" + path + " differ\n";
        }
        RawText old = new RawText(before);
        RawText now = new RawText(after);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now), old, now);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read or written here", e);
        }
        String hunks = out.toString(StandardCharsets.UTF_8);
        return hunks.isEmpty() ? "" : "--- a/" + path + "\n+++ b/" + path + "\n" + hunks;
    }
}
