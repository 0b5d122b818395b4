package dev.pave.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** The three-way merge of one text, line by line, as {@code git merge-file} does it. */
public final class ContentMerge {

    private ContentMerge() {}

    /**
     * A merged text.
     *
     * @param conflicts whether both sides changed the same place; it then has git's markers with both
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Result(byte[] bytes, boolean conflicts) {}

    /**
     * Merges.
     *
     * @param base what both sides started from
     * @param yourLabel says in a conflict's first marker whose lines follow
     * @param theirLabel says in its last marker whose lines went before
     */
    public static Result merge(byte[] base, byte[] yours, byte[] theirs, String yourLabel, String theirLabel) {
        MergeResult<RawText> merged = new MergeAlgorithm(DiffAlgorithm.getAlgorithm(SupportedAlgorithm.MYERS))
                .merge(RawTextComparator.DEFAULT, new RawText(base), new RawText(yours), new RawText(theirs));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new MergeFormatter()
                    .formatMerge(out, merged, List.of("base", yourLabel, theirLabel), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read or written here", e);
        }
        return new Result(out.toByteArray(), merged.containsConflicts());
    }
}
