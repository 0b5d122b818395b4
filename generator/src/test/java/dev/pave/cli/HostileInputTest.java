package dev.pave.cli;

import static dev.pave.testing.Generation.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.MemoryTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file, the user gets a sentence and exit code 3; never a stack trace, a hang, or an escape sequence. */
class HostileInputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temporary;

    private static PaveRun.Setting pave = PaveRun.in(Path.of("/"));

    @BeforeAll
    static void aTemplateRoot() {
        pave = setting(temporary);
    }

    private static PaveRun.Setting setting(Path directory) {
        Path templates = new MemoryTemplates()
                .with("paths/service/files/README.md.ftl", "[=service.description]\n")
                .writeTo(directory.resolve("templates"));
        return PaveRun.in(directory).andAlways("--dry-run", "--templates", templates.toString());
    }

    private static PaveRun generate(String text) {
        return pave.reading(text).run("new", temporary.resolve("made").toString(), "--from", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "---",
                "null",
                "[]",
                "text",
                "pave: 2",
                "pave: [",
                "pave: {a: b",
                "\t- a",
                "a: b: c",
                "? {a: b}\n: c",
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://example.org/\"]]",
                "pave: !!java.lang.Runtime {}",
                "a: &a [*a]",
                "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]",
                "pave: 1\npave: 1",
                "pave: 1\n---\npave: 1",
                "pave: 99999999999999999999999999999999999999999999999999999999999999999",
                "pave: 1e999999999",
                "pave: .inf",
                "name: ../../etc",
                "name: -rf",
                "name: $(id)",
                "name: \"a\\0b\"",
                "description: \"\\e[31mred\\u202E\"",
                "resources: {../x: {fields: {a: {type: string}}}}",
                "resources: {a: {fields: {b: {type: reference, to: a, required: true}}}}",
                "resources: {a: {fields: {b: {type: string, pattern: '(a+)+$'}}}}",
                "%YAML 9.9\n---\na: b",
                "%TAG ! tag:x,2000:\n--- !x\na: b",
                "\ufeff\ufeffpave: 1",
                "\ud800",
                "\u0000\u0000",
                "\u001b]0;title\u0007"
            })
    void aFaultyDescriptionIsExplained(String text) {
        assertExplained(generate(text));
    }

    @Test
    void aDescriptionThatIsNestedWithoutAnEndIsExplained() {
        assertExplained(generate("[".repeat(100_000)));
        assertExplained(generate("a: " + "{a: ".repeat(100_000)));
        assertExplained(generate("- ".repeat(100_000)));
        assertExplained(generate(
                MINIMAL.replace("type: email", "type: string, max-length: 9, pattern: '" + "(".repeat(100_000) + "'")));
    }

    @Test
    void aDescriptionThatIsTooLongIsExplained() {
        assertExplained(generate("a".repeat((1 << 20) + 1)));
        assertExplained(generate("# comment\n".repeat(100_000) + "x".repeat(100_000)));
        assertExplained(generate(MINIMAL.replace("name: student-records", "name: " + "a".repeat(100_000))));
    }

    @Test
    void aFileThatIsNoTextIsExplained() throws IOException {
        Path file = Files.write(temporary.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertExplained(pave.run("new", "x", "--from", file.toString()));
        assertExplained(pave.run("new", "x", "--from", temporary.toString()));
        assertExplained(
                pave.run("new", "x", "--from", temporary.resolve("gone.yaml").toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=x",
                "a..b=x",
                ".=x",
                "name=",
                "resources=[",
                "resources.student.fields.email.type=\"",
                "options={",
                "x=\u001b[31m"
            })
    void aFaultyValueOnTheCommandLineIsExplained(String set) {
        PaveRun run = pave.reading(MINIMAL).run("new", "x", "--from", "-", "--set", set);

        assertThat(run.exit()).isIn(ExitCode.INVALID_INPUT, ExitCode.USAGE);
        assertThat(run.err()).isNotBlank().doesNotContain("a bug in Pave", "\tat ", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "id: other",
                "id: service\ntitle: T\nsummary: S\nfiles: {}",
                "id: service\ntitle: T\nsummary: S\nslots: 1",
                "id: service\ntitle: T\nsummary: S\nfacts: {a: '[=service'}\nfeatures: [a]",
                "id: service\ntitle: T\nsummary: S\noptions: {java: {title: J, values: [], default: 1}}",
                "id: service\ntitle: T\nsummary: S\nfiles: [{match: '**', each: 'x in'}]",
                "id: service\ntitle: T\nsummary: S\ncontributes: {a: b}",
                "&a [*a]",
                "\u0000",
                "id: [[["
            })
    void aFaultyManifestIsExplained(String manifest, @TempDir Path directory) throws IOException {
        PaveRun.Setting setting = setting(directory);
        Files.writeString(directory.resolve("templates/paths/service/path.yaml"), manifest);

        assertExplained(setting.reading(MINIMAL).run("new", "x", "--from", "-"));
    }

    @Test
    void aTemplateRootThatIsNoneIsExplained(@TempDir Path directory) throws IOException {
        Path link = Files.createDirectories(directory.resolve("linked"));
        Files.createSymbolicLink(link.resolve("a"), Files.createFile(link.resolve("b")));

        for (Path root : new Path[] {directory, directory.resolve("gone"), link, Path.of("/dev/null")}) {
            assertExplained(PaveRun.in(directory).run("list", "paths", "--templates", root.toString()));
        }
    }

    @Test
    void anEscapeSequenceOfAnInputIsShownAndNotSent() {
        PaveRun run = pave.reading("\"\\e]0;owned\\a\": 1\n").run("new", "x", "--from", "-");

        assertThat(run.err()).doesNotContain("\u001b", "\u0007").contains("owned");
    }

    @Test
    void anEscapeSequenceOfATemplateRootIsShownAndNotSent(@TempDir Path directory) throws IOException {
        PaveRun.Setting setting = setting(directory);
        Files.writeString(
                directory.resolve("templates/paths/service/path.yaml"),
                "id: service\ntitle: \"\\e[31mT\\x9b1m\\u202E\"\nsummary: S\n");
        String[] roots = {"--templates", directory.resolve("templates").toString()};

        PaveRun people = PaveRun.in(directory).andAlways(roots).run("list", "paths");
        PaveRun programs = PaveRun.in(directory).andAlways(roots).run("list", "paths", "--json");

        assertThat(people.out()).doesNotContain("\u001b", "\u009b", "\u202e").contains("\\u001b[31mT");
        assertThat(programs.out()).doesNotContain("\u001b", "\u009b", "\u202e");
        assertThat(programs.json().get(0).get("says").stringValue()).contains("\u001b[31mT\u009b1m\u202e");
        assertThat(setting.home()).isEqualTo(directory);
    }

    @Test
    void anEscapeSequenceOfAnArgumentIsShownAndNotSent() {
        assertThat(pave.run("\u001b[31mx").err()).doesNotContain("\u001b");
        assertThat(pave.run("new", "x", "--from", "\u001b[31mx").err()).doesNotContain("\u001b");
        assertThat(pave.reading(MINIMAL)
                        .run("new", "\u001b[31mx", "--from", "-")
                        .out())
                .doesNotContain("\u001b");
    }

    private static void assertExplained(PaveRun run) {
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err())
                .isNotBlank()
                .hasSizeLessThan(30_000)
                .doesNotContain("a bug in Pave", "Exception", "\tat ", "\u001b", "\u0000");
        assertThat(run.out()).isEmpty();
    }
}
