package dev.pave.cli;

import static dev.pave.testing.Generation.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.MemoryTemplates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Why a line is there, and where a practice is, as the command tells it. */
class ExplainTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private PaveRun.Setting pave = PaveRun.in(Path.of("/"));
    private Path made = Path.of("/");

    @BeforeEach
    void aGeneratedRepository() throws IOException {
        Path templates = new MemoryTemplates()
                .with("paths/service/path.yaml", """
                        id: service
                        title: Service
                        summary: A service
                        features: {default: [container]}
                        """)
                .with("paths/service/files/README.md.ftl", "# [=service.title]\n")
                .with("features/container/feature.yaml", """
                        id: container
                        title: Container
                        summary: An image
                        practices: [multi-stage]
                        """)
                .with(
                        "features/container/rules.yaml",
                        "- {practice: linting, id: linting/run, exists: Dockerfile, says: nothing lints}\n")
                .with("features/container/files/Dockerfile.ftl", """
                        [@practice id="multi-stage"]
                        FROM a
                        [@practice id="linting"]
                        RUN lint
                        RUN lint --more
                        [/@practice]
                        COPY x
                        [/@practice]
                        EXPOSE 1
                        """)
                .writeTo(temporary.resolve("templates"));
        Path persona = Files.writeString(
                temporary.resolve("expert.md"), "# Persona: expert\n\n- Linting of all\n- coverage 80%\n");
        Path description = Files.writeString(temporary.resolve("pave.yaml"), "personas: [expert]\n" + MINIMAL);
        pave = PaveRun.in(temporary).andAlways("--templates", templates.toString(), "--personas", persona.toString());
        made = temporary.resolve("made");
        PaveRun run = pave.run("new", made.toString(), "--from", description.toString(), "--no-commit");
        assertThat(run.err()).isEmpty();
    }

    private PaveRun explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain", "--directory", made.toString()));
        all.addAll(List.of(arguments));
        return pave.run(all.toArray(String[]::new));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = made.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    /** The part of each line that is right of the gutter, and the first word of the gutter. */
    private static List<String> rows(PaveRun run) {
        return run.out()
                .lines()
                .filter(line -> line.length() > 38 && !line.startsWith("  "))
                .map(line -> line.substring(0, 38).strip().replaceFirst("\\s.*", "") + " " + line.substring(38))
                .toList();
    }

    @Test
    void aFileHasThePracticeBesideEachBlock() {
        PaveRun run = explain("Dockerfile");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("Dockerfile  as generated\n  owner     feature container (Container)\n  template  "
                        + temporary.resolve("templates/features/container/files/Dockerfile.ftl")
                        + "\n  2 practices asked for 4 of 5 lines; the others are the owner's\n");
        assertThat(rows(run))
                .contains(
                        "multi-stage ┌ 1 FROM a",
                        "linting ┌ 2 RUN lint",
                        "Linting │ 3 RUN lint --more",
                        "multi-stage ╶ 4 COPY x");
        assertThat(run.out())
                .contains("Multi-stage image  ", "container, by itself ", "expert.md:3 ", "Dockerfile.ftl:3 ")
                .contains(" 5 EXPOSE 1\n")
                .doesNotContain("~", "\u001b");
    }

    @Test
    void aFileFitsTheScreen() throws IOException {
        edit("Dockerfile", "COPY x", "COPY " + "한국어 ".repeat(60));

        assertThat(explain("Dockerfile").out().lines().skip(4)).allMatch(line -> Columns.width(line) <= 100);
    }

    @Test
    void linesThatWereChangedAreMarked() throws IOException {
        edit("Dockerfile", "RUN lint --more\n", "");
        edit("Dockerfile", "COPY x", "COPY y");

        PaveRun run = explain("Dockerfile");

        assertThat(run.out()).startsWith("Dockerfile  changed since\n").contains("~ changed since: not as Pave writes");
        assertThat(rows(run)).contains("changed ┌~3 COPY y");
        assertThat(run.out()).contains(" 4 EXPOSE 1\n");
        assertThat(explain("Dockerfile:3").out()).startsWith("Dockerfile:3  changed since\n  COPY y\n");
    }

    @Test
    void linesThatAreGoneAreTold() throws IOException {
        edit("Dockerfile", "RUN lint\nRUN lint --more\n", "");

        assertThat(explain("Dockerfile").out())
                .containsPattern("linting +~ +\\(2 lines were here\\)\n")
                .contains(" 2 COPY x");
    }

    @Test
    void aLineHasAllItsBlocksTheInnermostFirst() {
        PaveRun run = explain("Dockerfile:2:5");

        assertThat(run.out()).startsWith("Dockerfile:2\n  RUN lint\n\nlinting  Linting\n  lines        2-3\n");
        assertThat(run.out())
                .contains(
                        "  asked for by " + temporary.resolve("expert.md") + ":3  Linting of all\n",
                        "multi-stage  Multi-stage image\n  lines        1-4\n",
                        "container/feature.yaml  feature container",
                        "Dockerfile.ftl:3:1\n",
                        "Dockerfile.ftl:1:1\n",
                        "The file belongs to the feature container (Container):\n");
        assertThat(run.out().indexOf("linting")).isLessThan(run.out().indexOf("multi-stage"));
        assertThat(explain("Dockerfile:5").out())
                .contains("No practice asked for this line. It belongs to the feature container (Container)");
    }

    @Test
    void aLineThatIsNotThereIsRefused() {
        for (String line : List.of("6", "0", "999999999")) {
            PaveRun run = explain("Dockerfile:" + line);

            assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.err()).isEqualTo("Dockerfile: has no line " + line + "\n  it has 5 lines\n");
        }
    }

    @Test
    void theDescriptionIsTheUsersOwn() {
        assertThat(explain("pave.yaml").out())
                .contains("golden path service (Service)", "none: you write it", "no practice asked for it")
                .contains("\n    1 personas: [expert]\n");
    }

    @Test
    void aFileOfTheUsersIsSaidToBe() throws IOException {
        Files.writeString(made.resolve("Dockerfile2"), "");

        PaveRun run = explain("./Dockerfile2");

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo("""
                Dockerfile2 is not of Pave's making: it is yours, and no practice asked for it.
                The nearest that Pave made is Dockerfile.
                """);
        assertThat(explain("Dockerfile2", "--json").json().get("generated").booleanValue())
                .isFalse();
    }

    @Test
    void aPathThatIsNowhereOrOutsideIsRefused() {
        assertThat(explain("Dokerfile").err())
                .isEqualTo("Dokerfile: there is no such file, and Pave makes none\n  did you mean 'Dockerfile'?\n");
        for (String path : List.of("../pave.yaml", "/etc/passwd", ".", "", "a:b:c")) {
            PaveRun run = explain(path);

            assertThat(run.exit()).as(path).isEqualTo(ExitCode.INVALID_INPUT);
            assertThat(run.out()).isEmpty();
        }
        assertThat(explain(made.resolve("Dockerfile").toString()).exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aFolderIsSaidToBeOne() throws IOException {
        Path templates = temporary.resolve("templates/paths/service/files/docs");
        Files.createDirectories(templates);
        Files.writeString(templates.resolve("a.md"), "a\n");
        Files.createDirectories(made.resolve("docs"));

        assertThat(explain("docs").err()).isEqualTo("docs: is a folder\n  did you mean 'docs/a.md'?\n");
    }

    @Test
    void aPracticeHasItsPlacesItsReasonsAndItsRules() throws IOException {
        edit("Dockerfile", "FROM a", "# mine\nFROM a");

        PaveRun run = explain("--practice", "linting");

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("linting  Linting\n  status       in force (area tests)\n  stance       generated\n")
                .contains(
                        "  asked for by " + temporary.resolve("expert.md") + ":3  Linting of all\n",
                        "  checked by   linting/run  nothing lints\n",
                        "  where        Dockerfile:3-4  from ");
    }

    @Test
    void aPlaceOfManyColumnsHasItsTemplateBelow() throws IOException {
        String path = "deep/".repeat(15) + "file.yaml";
        Path template = temporary.resolve("templates/features/container/files/" + path + ".ftl");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "a: 1\n[@practice id=\"linting\"]\nb: 1\n[/@practice]\n");

        PaveRun run = explain("--practice", "linting");

        assertThat(run.out())
                .contains("               " + path + "\n                 no longer there, from …")
                .contains("/file.yaml.ftl:2\n");
        assertThat(run.out().lines().skip(6)).allMatch(line -> Columns.width(line) <= 100);
    }

    @Test
    void aPracticeThatIsNotThereYetSaysSoWithItsFigure() {
        assertThat(explain("--practice", "coverage").out())
                .contains("not yet (area tests)", "80 %", "no rule", "nowhere in this repository");
        assertThat(explain("--practice", "mainframe").out()).contains("nobody asks for it here", "there is none");
    }

    @Test
    void anUnknownPracticeIsRefusedWithTheNearest() {
        PaveRun run = explain("--practice", "lintng");

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).isEqualTo("""
                        --practice: the catalogue has no practice 'lintng'
                          did you mean 'linting'? 'pave list practices' lists all
                        """);
    }

    @Test
    void withoutAQuestionTheCoverageIsShown() {
        PaveRun run = explain();

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("""
                        student-records, golden path service (Service)
                        2 of 3 generated practices are in force, 1 not yet
                        """)
                .containsPattern("container +1 +- +-\n")
                .containsPattern("tests +1 +1 +-\n")
                .contains("pave explain --practice ID");
        JsonNode json = explain("--json").json();
        assertThat(json.get("in-force").intValue()).isEqualTo(2);
        assertThat(json.get("areas").get("tests").get("not-yet").intValue()).isEqualTo(1);
    }

    @Test
    void programsAreToldTheSame() throws IOException {
        edit("Dockerfile", "COPY x", "COPY \u001b[31m");
        String template = temporary.resolve("templates/features/container/files/Dockerfile.ftl") + "";

        JsonNode file = explain("Dockerfile", "--json").json();

        assertThat(file.get("state").stringValue()).isEqualTo("changed");
        assertThat(file.get("owner").get("kind").stringValue()).isEqualTo("feature");
        assertThat(file.get("template").stringValue()).isEqualTo(template);
        assertThat(file.get("lines")).hasSize(5);
        JsonNode second = file.get("lines").get(1);
        assertThat(second.get("blocks").get(1).get("practice").stringValue()).isEqualTo("linting");
        assertThat(second.get("blocks").get(1).get("template").stringValue()).isEqualTo(template + ":3:1");
        assertThat(file.get("lines").get(3).get("changed").booleanValue()).isTrue();
        assertThat(file.get("practices")
                        .get("linting")
                        .get("askedForBy")
                        .get(0)
                        .get("place")
                        .stringValue())
                .isEqualTo(temporary.resolve("expert.md") + ":3");
        assertThat(explain("Dockerfile:2", "--json").json().get("lines")).hasSize(1);

        JsonNode practice = explain("--practice", "linting", "--json").json();

        assertThat(practice.get("status").stringValue()).isEqualTo("in-force");
        assertThat(practice.get("rules").get(0).get("id").stringValue()).isEqualTo("linting/run");
        assertThat(practice.get("places").get(0).get("first").intValue()).isEqualTo(2);
    }

    @Test
    void aPathAndAPracticeAreTwoQuestions() {
        PaveRun run = explain("Dockerfile", "--practice", "linting");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("pave: give a path or --practice, not both");
    }

    @Test
    void aFolderThatIsNoRepositoryOfPavesIsRefused() {
        PaveRun run = pave.run(
                "explain", "--directory", temporary.resolve("templates").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("no pave.yaml here");
    }

    @Test
    void coloursAreForTerminalsAndForThoseWhoWantThem() {
        assertThat(Main.wantsColours(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Main.wantsColours(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
        assertThat(Main.wantsColours(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(Main.wantsColours(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Main.wantsColours(Map.of())).isFalse();
        List<Styled> line = List.of(Styled.strong("a\u001b[31m"), Styled.plain(" b"));
        assertThat(printed(true, line)).isEqualTo("\u001b[1ma\\u001b[31m\u001b[0m b\n");
        assertThat(printed(false, line)).isEqualTo("a\\u001b[31m b\n");
    }

    private static String printed(boolean colours, List<Styled> line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Terminal(new ByteArrayInputStream(new byte[0]), stream, stream, null, colours).print(line);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textIsCutWhereTheScreenEnds() {
        assertThat(Columns.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Columns.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Columns.cut("한국어 문서", 6)).isEqualTo("한국…");
        assertThat(Columns.cutFront("templates/features/a/files/Dockerfile.ftl:12", 24))
                .isEqualTo("…/files/Dockerfile.ftl:12".substring(0, 1) + "/Dockerfile.ftl:12");
        assertThat(List.of("e\u0301", "한", "a").stream().map(Columns::width).collect(Collectors.toList()))
                .containsExactly(1, 2, 1);
    }
}
