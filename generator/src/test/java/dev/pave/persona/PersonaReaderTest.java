package dev.pave.persona;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.persona.Line.Kind;
import dev.pave.problem.InvalidInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaReaderTest {

    private static final String SINGLE = """
            # Persona: mobile-developer
            # Author: @someone
            # Use: apps

            # Mobile Developer

            ## 기술 스택
            - **Android**: Kotlin,
              Jetpack Compose
            - plain

            ### 기능
            - **기능**:
              - 푸시 알림

            You write apps
            that start fast.

            Provide:
            - `code`
            """;

    @TempDir
    Path directory;

    @Test
    void metadataHeadingsAndItemsAreToldApart() {
        Persona persona = one(SINGLE);

        assertThat(persona.id()).isEqualTo(new PersonaId("mobile-developer"));
        assertThat(persona.title()).isEqualTo("Mobile Developer");
        assertThat(persona.metadata())
                .containsEntry("persona", "mobile-developer")
                .containsEntry("author", "@someone")
                .containsEntry("use", "apps");
        assertThat(persona.lines())
                .filteredOn(line -> line.kind() == Kind.METADATA)
                .hasSize(3);
        assertThat(persona.lines())
                .filteredOn(line -> line.kind() == Kind.HEADING)
                .extracting(line -> line.location().line())
                .containsExactly(5, 7, 12, 13, 19);
    }

    @Test
    void anItemKnowsItsLabelItsSectionAndItsLines() {
        Persona persona = one(SINGLE);

        Section stack = persona.sections().get(0);
        Item android = stack.items().get(0);
        assertThat(stack.path()).containsExactly("Mobile Developer", "기술 스택");
        assertThat(android.label()).contains("Android");
        assertThat(android.text()).isEqualTo("Android: Kotlin,\nJetpack Compose");
        assertThat(android.summary()).isEqualTo("Android: Kotlin, Jetpack Compose");
        assertThat(android.lineCount()).isEqualTo(2);
        assertThat(android.location()).hasToString("p.md:8");
        assertThat(android.locationOf(android.text().indexOf("Jetpack"))).hasToString("p.md:9");
    }

    @Test
    void aShortLineBeforeAListNamesTheListAndAParagraphAsksForSomething() {
        Persona persona = one(SINGLE);

        assertThat(persona.sections()).extracting(Section::title).containsExactly("기술 스택", "기능", "Provide");
        assertThat(persona.items())
                .extracting(Item::summary)
                .contains("푸시 알림", "You write apps that start fast.", "code");
    }

    @Test
    void aLongLineBeforeAListIsNoHeading() {
        Persona persona = one("""
                # Persona: a

                Every secret must be encrypted at rest and never logged:
                - one
                """);

        assertThat(persona.items()).extracting(Item::summary).first().asString().startsWith("Every secret");
    }

    @Test
    void aBundleHoldsSeveralPersonas() {
        List<Persona> personas = PersonaReader.parse("bundle.txt", """
                # Backend
                # Contains 2 expert personas
                ====================

                ====================
                PERSONA 1/2: 07-first
                ====================

                # Persona: first

                - one


                ====================
                PERSONA 2/2: 12-second
                ====================

                # Persona: second
                # Version: 1.0

                - two
                """);

        assertThat(personas).extracting(persona -> persona.id().value()).containsExactly("first", "second");
        assertThat(personas.get(0).items()).hasSize(1);
        assertThat(personas.get(1).items()).extracting(Item::location).hasToString("[bundle.txt:21]");
        assertThat(personas.get(1).metadata()).containsEntry("version", "1.0");
    }

    @Test
    void anAnnouncedPersonaNeedsNoHeadingOfItsOwn() {
        assertThat(one("PERSONA 1/1: 07-first\n=====\n\n- one\n").id()).hasToString("first");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreAccepted() throws IOException {
        Path file = write("p.md", "\uFEFF# Persona: a\r\n\r\n## B\r\n- c\r\n");

        assertThat(PersonaReader.read(file).get(0).items())
                .extracting(Item::text)
                .containsExactly("c");
    }

    @Test
    void textIsReadInNormalFormC() {
        assertThat(one("# Persona: a\n\n- \u1112\u1161\u11ab\n").items())
                .extracting(Item::text)
                .containsExactly("한");
    }

    @Test
    void codeTablesCommentsAndUnderlinedHeadingsHaveTheirKinds() {
        Persona persona = one("""
                # Persona: a

                Title
                =====

                <!-- not
                asked -->
                ```
                # Persona: b

                code
                ```
                | a | b |
                |---|---|
                | c | d |
                ---
                """);

        assertThat(persona.title()).isEqualTo("Title");
        assertThat(persona.items())
                .extracting(Item::kind)
                .containsExactly(Item.Kind.CODE, Item.Kind.TABLE_ROW, Item.Kind.TABLE_ROW);
    }

    @Test
    void onlyWhatIsInsideACommentIsLeftOut() {
        assertThat(one("# Persona: a\n\n<!-- x --> Encrypt it\n\n<!--\ny --> - Sign it\n")
                        .items())
                .extracting(Item::text)
                .containsExactly("Encrypt it", "Sign it");
    }

    @Test
    void aCommentWithoutAnEndIsAProblemBecauseItWouldHideTheRest() {
        InvalidInput invalid = catchThrowableOfType(
                InvalidInput.class, () -> PersonaReader.parse("p.md", "# Persona: a\n<!-- x\n- Encrypt it\n"));

        assertThat(invalid.problems())
                .extracting(problem -> problem.location() + ": " + problem.message())
                .containsExactly("p.md:1: the persona has a comment that does not end");
    }

    @Test
    void aDirectoryIsReadInTheOrderOfItsFileNames() throws IOException {
        write("b.md", "# Persona: b\n");
        write("a.md", "# Persona: a\n");
        write("notes.txt", "not a persona");

        assertThat(PersonaReader.read(directory))
                .extracting(persona -> persona.id().value())
                .containsExactly("a", "b");
    }

    @Test
    void eachBrokenFileGetsOneClearProblemAndAllAreReportedTogether() throws IOException {
        write("a-empty.md", " \n\n");
        Files.write(directory.resolve("b-binary.md"), new byte[] {(byte) 0xca, (byte) 0xfe, 0, 1});
        write("c-control.md", "# Persona: a\n\u001b[31m\n");
        write("d-heading.md", "# Developer\n- one\n");
        write("e-id.md", "# Persona: Mobile Developer\n- one\n");
        try (RandomAccessFile large =
                new RandomAccessFile(directory.resolve("f-large.md").toFile(), "rw")) {
            large.setLength(50L << 20);
        }

        assertThat(problems(List.of(directory, directory.resolve("missing.md"))))
                .containsExactly(
                        "a-empty.md: the file is empty",
                        "b-binary.md: not a text in UTF-8",
                        "c-control.md:2: not a text in UTF-8",
                        "d-heading.md: no persona heading",
                        "e-id.md:1: the persona has no usable id",
                        "f-large.md: larger than 1 MB, which no persona is",
                        "missing.md: there is no such file");
    }

    @Test
    void aPersonaGivenTwiceIsAProblemThatNamesBothPlaces() throws IOException {
        write("a.md", "# Persona: same\n");
        write("b.md", "\n# Persona: same\n");

        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> PersonaReader.read(directory));

        assertThat(invalid.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("duplicate-persona");
            assertThat(problem.location().toString()).endsWith("b.md:2");
            assertThat(problem.remedy()).contains("a.md:1");
        });
    }

    private static Persona one(String text) {
        List<Persona> personas = PersonaReader.parse("p.md", text);
        assertThat(personas).hasSize(1);
        return personas.get(0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(UTF_8));
    }

    private List<String> problems(List<Path> paths) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> PersonaReader.read(paths));
        return invalid.problems().stream()
                .map(problem -> problem.location()
                                .toString()
                                .substring(directory.toString().length() + 1) + ": " + problem.message())
                .toList();
    }
}
