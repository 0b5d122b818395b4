package dev.pave.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The merge of a text against git's own. */
class ContentMergeTest {

    private static final Pattern CONFLICT = Pattern.compile("(?s)<<<<<<< yours\n(.*?)=======\n(.*?)>>>>>>> theirs\n");

    @Property(tries = 60)
    void whatDoesNotOverlapIsAllThereAndWhatOverlapsIsAConflictWithBothSidesAsWithGit(
            @ForAll("edits") List<Edit> yours, @ForAll("edits") List<Edit> theirs) throws IOException {
        List<String> base = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            base.add("line " + i);
        }
        String one = text(apply(base, yours, "mine"));
        String other = text(apply(base, theirs, "theirs"));

        ContentMerge.Result merged = ContentMerge.merge(
                text(base).getBytes(UTF_8), one.getBytes(UTF_8), other.getBytes(UTF_8), "yours", "theirs");

        String result = new String(merged.bytes(), UTF_8);
        assertThat(merged.conflicts()).isEqualTo(result.contains("<<<<<<<"));
        assertThat(CONFLICT.matcher(result).replaceAll("$1")).isEqualTo(git("--ours", text(base), one, other));
        assertThat(CONFLICT.matcher(result).replaceAll("$2")).isEqualTo(git("--theirs", text(base), one, other));
    }

    /** A change to a few lines of a text. */
    record Edit(int line, int kind) {}

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 2))
                .as(Edit::new)
                .list()
                .ofMaxSize(5);
    }

    private static List<String> apply(List<String> base, List<Edit> edits, String who) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            int line = i;
            int kind = edits.stream()
                    .filter(edit -> edit.line() == line)
                    .findFirst()
                    .map(Edit::kind)
                    .orElse(-1);
            switch (kind) {
                case 0 -> lines.add(who + " instead of " + i);
                case 1 -> {
                    // deleted
                }
                case 2 -> {
                    lines.add(base.get(i));
                    lines.add(who + " after " + i);
                }
                default -> lines.add(base.get(i));
            }
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String git(String side, String base, String yours, String theirs) throws IOException {
        Path folder = Files.createTempDirectory("merge");
        try {
            Files.writeString(folder.resolve("base"), base);
            Files.writeString(folder.resolve("yours"), yours);
            Files.writeString(folder.resolve("theirs"), theirs);
            return Git.in(folder).run("merge-file", "-p", "-q", side, "yours", "base", "theirs");
        } finally {
            for (String name : List.of("base", "yours", "theirs")) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    @Test
    void aTextWithoutALastLineFeedKeepsIt() {
        ContentMerge.Result merged = ContentMerge.merge(
                "a\nb\nc".getBytes(UTF_8), "a\nb\nC".getBytes(UTF_8), "A\nb\nc".getBytes(UTF_8), "yours", "theirs");

        assertThat(new String(merged.bytes(), UTF_8)).isEqualTo("A\nb\nC");
        assertThat(merged.conflicts()).isFalse();
    }
}
