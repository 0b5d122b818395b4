package dev.pave.lifecycle;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.ExplainedFile.Line;
import dev.pave.lifecycle.ExplainedFile.Removed;
import dev.pave.lifecycle.ExplainedFile.State;
import dev.pave.lifecycle.ExplainedPractice.Place;
import dev.pave.problem.InvalidInput;
import dev.pave.testing.Generation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines are followed from a fresh render to the files on disk, whatever was done to them. */
class ExplanationTest {

    private static final String RENDERED = """
            FROM a
            RUN lint
            RUN lint more
            COPY x
            EXPOSE 1
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Generation generation = generate(MINIMAL)
            .persona("p", "multi-stage", "linting", "coverage 80%")
            .template("Dockerfile", """
                    [@practice id="multi-stage"]
                    FROM a
                    [@practice id="linting"]
                    RUN lint
                    RUN lint more
                    [/@practice]
                    COPY x
                    [/@practice]
                    EXPOSE 1
                    """);

    @BeforeEach
    void asGenerated() throws IOException {
        write(RENDERED);
    }

    private void write(String dockerfile) throws IOException {
        Files.writeString(directory.resolve("Dockerfile"), dockerfile);
    }

    private Explanation explanation() {
        return new Explanation(generation.generated(), repository());
    }

    private Repository repository() {
        return new Repository(directory, GitEnvironment.ofProcess());
    }

    private ExplainedFile dockerfile() {
        return explanation().file("Dockerfile").orElseThrow();
    }

    /** Each line as its number, a {@code ~} where it was changed, and the practices around it. */
    private List<String> lines() {
        return dockerfile().lines().stream().map(ExplanationTest::shown).toList();
    }

    private static String shown(Line line) {
        return line.number()
                + (line.changed() ? "~ " : " ")
                + line.blocks().stream()
                        .map(block -> block.practice().id())
                        .collect(Collectors.joining(" > "))
                        .strip();
    }

    private List<String> removed() {
        return dockerfile().removed().stream().map(ExplanationTest::shown).toList();
    }

    private static String shown(Removed removed) {
        return removed.count() + " before " + removed.before() + ": "
                + removed.blocks().stream().map(block -> block.practice().id()).collect(Collectors.joining(" > "));
    }

    @Test
    void theInnermostBlockIsTheLastAndALineWithoutOneIsTheOwners() {
        assertThat(lines())
                .containsExactly(
                        "1 multi-stage", "2 multi-stage > linting", "3 multi-stage > linting", "4 multi-stage", "5 ");
        assertThat(dockerfile().state()).isEqualTo(State.AS_GENERATED);
        assertThat(dockerfile().owner().id()).isEqualTo("service");
        assertThat(dockerfile().onGoldenPath()).isTrue();
        assertThat(dockerfile().template()).contains("templates/paths/service/files/Dockerfile.ftl");
        assertThat(dockerfile()
                        .lines()
                        .get(1)
                        .innermost()
                        .orElseThrow()
                        .region()
                        .template())
                .hasToString("templates/paths/service/files/Dockerfile.ftl:3:1");
    }

    @Test
    void linesThatMovedKeepTheirReason() throws IOException {
        write("# mine\n# also\n" + RENDERED);

        assertThat(lines())
                .containsExactly(
                        "1~ ",
                        "2~ ",
                        "3 multi-stage",
                        "4 multi-stage > linting",
                        "5 multi-stage > linting",
                        "6 multi-stage",
                        "7 ");
        assertThat(dockerfile().state()).isEqualTo(State.CHANGED);
    }

    @Test
    void aLineThatWasRewrittenKeepsTheReasonOfTheOneItReplaced() throws IOException {
        write(RENDERED.replace("RUN lint more", "RUN lint less"));

        assertThat(lines()).contains("3~ multi-stage > linting").contains("4 multi-stage");
        assertThat(removed()).isEmpty();
    }

    @Test
    void aLineThatWasInsertedBelongsToWhatGoesOnAroundIt() throws IOException {
        write(RENDERED.replace("RUN lint more", "RUN mine\nRUN lint more").replace("COPY x\n", "COPY x\nCOPY y\n"));

        assertThat(lines())
                .containsExactly(
                        "1 multi-stage",
                        "2 multi-stage > linting",
                        "3~ multi-stage > linting",
                        "4 multi-stage > linting",
                        "5 multi-stage",
                        "6~ ",
                        "7 ");
    }

    @Test
    void linesThatAreGoneAreToldWhereTheyWere() throws IOException {
        write("FROM a\nCOPY x\n");

        assertThat(lines()).containsExactly("1 multi-stage", "2 multi-stage");
        assertThat(removed()).containsExactly("2 before 2: multi-stage > linting", "1 before 3: ");
    }

    @Test
    void linesInPlaceOfFewerBelongToWhatHoldsForAllThatTheyReplaced() throws IOException {
        write("FROM a\nRUN lint\nONE\nTWO\nTHREE\nEXPOSE 1\n");

        assertThat(lines()).contains("3~ multi-stage", "4~ multi-stage", "5~ multi-stage", "6 ");
    }

    @Test
    void aFileThatPaveLeftSoIsNotCalledChanged() throws IOException {
        write(RENDERED + "OLD\n");

        Explanation told = new Explanation(
                generation.generated(),
                repository(),
                (path, bytes) -> path.value().equals("Dockerfile")
                        && new String(bytes, StandardCharsets.UTF_8).endsWith("OLD\n"));

        assertThat(told.file("Dockerfile").orElseThrow().state()).isEqualTo(State.OLDER);
        assertThat(dockerfile().state()).isEqualTo(State.CHANGED);
    }

    @Test
    void aFileThatIsGoneIsExplainedAsItWouldBe() throws IOException {
        Files.delete(directory.resolve("Dockerfile"));

        assertThat(dockerfile().state()).isEqualTo(State.MISSING);
        assertThat(lines()).hasSize(5).contains("2 multi-stage > linting");
    }

    @Test
    void aBinaryFileHasNoLinesAndItsPractices() throws IOException {
        byte[] logo = {1, 0, 2, '\n', 3};
        generation.templates().with("paths/service/files/logo.png", logo);
        generation.with("paths/service/path.yaml", """
                id: service
                title: Service
                summary: S
                files: [{match: logo.png, practices: [linting]}]
                """);
        Files.write(directory.resolve("logo.png"), logo);

        ExplainedFile file = explanation().file("logo.png").orElseThrow();

        assertThat(file.binary()).isTrue();
        assertThat(file.lines()).isEmpty();
        assertThat(file.blocks()).extracting(block -> block.practice().id()).containsExactly("linting");
        assertThat(file.state()).isEqualTo(State.AS_GENERATED);
        assertThat(places("linting")).contains("logo.png 1-2 as generated");
        Files.write(directory.resolve("logo.png"), new byte[] {0});
        assertThat(places("linting")).contains("logo.png 1-2 changed since");
    }

    @Test
    void aFileOfTheUsersIsNotExplained() throws IOException {
        Files.writeString(directory.resolve("Dockerfil"), "");
        Explanation explanation = explanation();

        assertThat(explanation.file("Dockerfil")).isEmpty();
        assertThat(explanation.nearest("Dockerfil")).contains("Dockerfile");
        assertThat(explanation.nearest("somewhere/else/Dockerfile")).contains("Dockerfile");
    }

    @Test
    void aFileThatIsNowhereIsRefused() {
        assertThatThrownBy(() -> explanation().file("dockerfile"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("dockerfile: there is no such file, and Pave makes none\n  did you mean 'Dockerfile'?");
    }

    @Test
    void aLinkIsNotFollowedOutOfTheRepository(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "secret\n");
        Files.delete(directory.resolve("Dockerfile"));
        Files.createSymbolicLink(directory.resolve("Dockerfile"), secret);

        assertThat(dockerfile().state()).isEqualTo(State.MISSING);
        assertThat(dockerfile().lines()).noneMatch(line -> line.text().contains("secret"));
    }

    @Test
    void aFileWithTooManyLinesToFollowIsRefused() throws IOException {
        write("x\n".repeat(20_001));

        assertThatThrownBy(this::dockerfile)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("Dockerfile: has more than 20000 lines");
    }

    @Test
    void thePlacesOfAPracticeAreThoseOnDisk() throws IOException {
        assertThat(places("linting")).containsExactly("Dockerfile 2-3 as generated");
        write("# mine\n" + RENDERED);
        assertThat(places("linting")).containsExactly("Dockerfile 3-4 as generated");
        write(RENDERED.replace("RUN lint more", "RUN lint less"));
        assertThat(places("linting")).containsExactly("Dockerfile 2-3 changed since");
        write(RENDERED.replace("RUN lint more\n", ""));
        assertThat(places("linting")).containsExactly("Dockerfile 2-2 changed since");
        write("FROM a\nCOPY x\n");
        assertThat(places("linting")).containsExactly("Dockerfile 0-0 no longer there");
        assertThat(places("multi-stage")).containsExactly("Dockerfile 1-2 changed since");
    }

    @Test
    void aPracticeThatNobodyAsksForHasNoStatusAndNoPlace() {
        ExplainedPractice practice = explanation().practice("runbook");

        assertThat(practice.status()).isEmpty();
        assertThat(practice.places()).isEmpty();
    }

    @Test
    void anUnknownPracticeIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> explanation().practice("lintin"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the catalogue has no practice 'lintin'\n  did you mean 'linting'?");
    }

    private List<String> places(String practice) {
        return explanation().practice(practice).places().stream()
                .map(ExplanationTest::shown)
                .toList();
    }

    private static String shown(Place place) {
        return place.path() + " " + place.first() + "-" + place.last() + " "
                + place.change().words();
    }
}
