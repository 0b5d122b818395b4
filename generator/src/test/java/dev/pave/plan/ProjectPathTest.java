package dev.pave.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                ".gitignore",
                ".github/workflows/ci.yml",
                ".gitattributes",
                "src/main/java/edu/example/App.java",
                "docs/학생 기록.md",
                "a..b/c",
                "...a",
                "git~",
                "agit~1",
                "x.git",
                ".git2/config",
                "console.txt",
                "com10",
                "nulls/aux-1.txt",
                "a-b",
                "{{name}}/[x] (1)+=,;!#$%&'@^_`~"
            })
    void anOrdinaryPathIsAccepted(String path) {
        assertThat(ProjectPath.whyRefused(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/../b", "a/..", "a/../../etc/passwd", ".", "./a", "a/./b"})
    void aPathThatClimbsIsRefused(String path) {
        assertRefused(path, "is not a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/", "//server/share/a"})
    void anAbsolutePathIsRefused(String path) {
        assertRefused(path, "it is absolute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/Windows/a", "c:a", "a/file:stream", ".git::$INDEX_ALLOCATION/config"})
    void aDriveLetterOrAStreamIsRefused(String path) {
        assertRefused(path, "U+003A is not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\server\\share", "..\\a", "a\\b", "\\a"})
    void aBackslashIsRefusedSinceWindowsReadsItAsASlash(String path) {
        assertRefused(path, "U+005C is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git",
                ".GIT/config",
                ".Git/hooks/pre-commit",
                "a/.gIt/config",
                "git~1",
                "GIT~1/config",
                "git~12"
            })
    void theFolderOfGitIsRefusedInAnyCaseAndShortForm(String path) {
        assertRefused(path, "belongs to git");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".g\u200cit/config",
                ".gi\u200dt/config",
                "\u200e.git/config",
                ".git\ufeff/config",
                ".g\u00adit",
                ".\u202agit",
                ".git\u2066"
            })
    void charactersThatAFileSystemIgnoresDoNotHideTheFolderOfGit(String path) {
        assertRefused(path, "is not allowed in a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con",
                "CON",
                "nul",
                "Aux.txt",
                "prn.tar.gz",
                "com1",
                "COM9.log",
                "lpt1",
                "a/lpt3.md",
                "com¹",
                "lpt³.x",
                "CONIN$",
                "conout$",
                "nul .txt"
            })
    void aDeviceOfWindowsIsRefusedWithAndWithoutAnExtension(String path) {
        assertRefused(path, "is a device on Windows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a ", "a./b", "a /b", ".git.", ".git ", ".git . .", "...", " a", "a/ b"})
    void aDotOrASpaceAtTheEdgeIsRefusedSinceWindowsDropsIt(String path) {
        assertRefused(path, "must not start with a space or end with a space or a dot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\rb", "a\tb", "\u001b[31ma", "a\u007f", "a\u0085b", "a\u2028b"})
    void aControlCharacterIsRefused(String path) {
        assertRefused(path, "is not allowed in a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rf", "a/-x.txt", "--help"})
    void aLeadingDashIsRefusedSinceToolsReadItAsAnOption(String path) {
        assertRefused(path, "reads as an option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a?", "\"a\"", "<a>", "a|b"})
    void whatWindowsReservesIsRefused(String path) {
        assertRefused(path, "is not allowed in a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\ue000", "a\uffff", "\u0378"})
    void aCodePointWithoutAMeaningIsRefused(String path) {
        assertRefused(path, "is not allowed in a name");
    }

    @Test
    void onlyNormalFormCIsAccepted() {
        String composed = "caf\u00e9.md";

        assertThat(ProjectPath.whyRefused(composed)).isEmpty();
        assertRefused(Normalizer.normalize(composed, Normalizer.Form.NFD), "normal form C");
        assertRefused("\u212aelvin", "normal form C");
    }

    @Test
    void aNameThatIsTooLongForAFileSystemIsRefused() {
        assertThat(ProjectPath.whyRefused("a".repeat(255))).isEmpty();
        assertRefused("a".repeat(256), "a name is longer than 255 bytes");
        assertRefused("학".repeat(86), "a name is longer than 255 bytes");
        assertThat(ProjectPath.whyRefused("abcdefghi/".repeat(99) + "abcdefghij"))
                .isEmpty();
        assertRefused("abcdefghi/".repeat(99) + "abcdefghijk", "it is longer than 1000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b", "a/", "a/b/"})
    void anEmptySegmentIsRefused(String path) {
        assertRefused(path, "a segment is empty");
    }

    @Test
    void anEmptyPathIsRefused() {
        assertRefused("", "it is empty");
    }

    @Test
    void theConstructorRefusesWhatTheQuestionRefuses() {
        assertThatThrownBy(() -> new ProjectPath("a/../b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a/../b' cannot be a path in a repository: '..' is not a name");
    }

    @Test
    void namesThatDifferOnlyInCaseOrWidthCollide() {
        String key = new ProjectPath("docs/straße.md").collisionKey();

        assertThat(new ProjectPath("Docs/STRASSE.MD").collisionKey()).isEqualTo(key);
        assertThat(new ProjectPath("docs/\uff53trasse.md").collisionKey()).isEqualTo(key);
        assertThat(new ProjectPath("docs/strase.md").collisionKey()).isNotEqualTo(key);
    }

    @Property
    void whateverIsAcceptedStaysInsideTheFolderAndOutOfGit(@ForAll("pathLikeTexts") String text) {
        Assume.that(ProjectPath.whyRefused(text).isEmpty());
        Assume.that(Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode(text));
        Path folder = Path.of("/base/repository");

        Path file = new ProjectPath(text).in(folder);

        assertThat(file.normalize()).isEqualTo(file).isNotEqualTo(folder);
        assertThat(file.startsWith(folder)).isTrue();
        assertThat(List.of(text.split("/")))
                .noneMatch(segment -> segment.toLowerCase(Locale.ROOT).equals(".git"));
    }

    @Provide
    Arbitrary<String> pathLikeTexts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "..", ".", "/", "\\", "a", "B", ".git", "GIT~1", "~", "con", ".txt", " ", "-", ":", "é", "e\u0301",
                "\u200c", "\u0000", "\n", "학", "😀");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(3);
        return Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(1, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private static void assertRefused(String path, String because) {
        assertThat(ProjectPath.whyRefused(path))
                .hasValueSatisfying(reason -> assertThat(reason).contains(because));
    }
}
