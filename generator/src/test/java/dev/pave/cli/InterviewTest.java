package dev.pave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.MemoryTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pave new} on a terminal. */
class InterviewTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private PaveRun.Setting pave = PaveRun.in(Path.of("/"));
    private Path target = Path.of("/");

    @BeforeEach
    void aTemplateRoot() {
        Path templates = new MemoryTemplates().writeTo(temporary.resolve("templates"));
        pave = PaveRun.in(temporary).andAlways("--no-commit", "--templates", templates.toString());
        target = temporary.resolve("student-records");
    }

    @Test
    void enterTakesWhatIsInBrackets() throws IOException {
        Answers answers = new Answers("", "", "", "", "", "", "", "");

        PaveRun run = pave.with(answers).run("new", target.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(answers.left).isEmpty();
        assertThat(answers.questions)
                .containsExactly(
                        "Name (kebab-case) [student-records]: ",
                        "What is it for [Keeps student records]: ",
                        "Owner (a team, kebab-case) [team-student-records]: ",
                        "Namespace (Java package, npm scope) [com.example]: ",
                        "Golden path [service]: ",
                        "Resource [item]: ",
                        "  Fields of item, separated by commas [title:string!, notes:text, due-on:date]: ",
                        "Another resource (Enter for none): ");
        assertThat(Files.readString(target.resolve("pave.yaml"))).contains("student-records", "team-student-records");
    }

    @Test
    void theAnswersBecomeTheDescription() throws IOException {
        PaveRun run = pave.with(new Answers(
                        "shop",
                        "Sells \"things\" \\ 'n stuff: #1",
                        "team-shop",
                        "org.example",
                        "service",
                        "customer",
                        "email:email!, name:string",
                        "order",
                        "customer:reference(customer)!, placed-on:date",
                        ""))
                .run("new", target.toString());

        assertThat(run.err()).isEmpty();
        String written = Files.readString(target.resolve("pave.yaml"));
        assertThat(written).contains("shop", "org.example");
        assertThat(pave.reading(written)
                        .run("new", temporary.resolve("again").toString(), "--from", "-")
                        .exit())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aWrongAnswerIsExplainedAndAskedAgain() {
        Answers answers =
                new Answers("Not A Name", "shop", "", "", "", "servise", "service", "item", "a:strng", "a:string", "");

        PaveRun run = pave.with(answers).run("new", target.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(answers.left).isEmpty();
        assertThat(answers.told())
                .contains("name cannot be 'Not A Name'; did you mean 'not-a-name'?")
                .contains("  one of: service\n")
                .contains("unknown field type 'strng'; did you mean 'string'?")
                .doesNotContain("<answers>");
    }

    @Test
    void aReferenceToWhatIsNotThereYetIsAcceptedAndAMissingOneIsExplainedInTheEnd() {
        Answers answers = new Answers(
                "", "", "", "", "", "order", "customer:reference(customer)!", "", "customer", "email:email!", "");

        PaveRun run = pave.with(answers).run("new", target.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(answers.told()).contains("customer");
    }

    @Test
    void descriptionAndOwnerFollowTheName() throws IOException {
        Answers answers = new Answers("corner-shop", "", "", "", "", "", "", "");

        PaveRun run = pave.with(answers).run("new", target.toString());

        assertThat(run.err()).isEmpty();
        assertThat(answers.questions)
                .contains("What is it for [Keeps corner shop]: ", "Owner (a team, kebab-case) [team-corner-shop]: ");
        assertThat(Files.readString(target.resolve("pave.yaml")))
                .startsWith("pave: 1\nname: corner-shop\ndescription: Keeps corner shop\nowner: team-corner-shop\n");
    }

    @Test
    void aResourceIsCheckedBeforeItsFieldsAreAsked() {
        Answers answers = new Answers("", "", "", "", "", "My Item", "order", "id:uuid", "code:string", "");

        PaveRun run = pave.with(answers).run("new", target.toString());

        assertThat(run.err()).isEmpty();
        assertThat(answers.left).isEmpty();
        assertThat(answers.told()).contains("'My Item'", "a field cannot be called 'id'");
        assertThat(answers.questions)
                .noneMatch(question -> question.contains("Fields of My Item"))
                .filteredOn(question -> question.startsWith("  Fields of order"))
                .hasSize(2);
    }

    @Test
    void aFieldMayBeAChoiceAndHasAType() throws IOException {
        Answers answers = new Answers(
                "", "", "", "", "", "order", "note", "status:enum(open|done)!, kind:enum(a, b), note:text", "");

        PaveRun run = pave.with(answers).run("new", target.toString());

        assertThat(run.err()).isEmpty();
        assertThat(answers.left).isEmpty();
        assertThat(answers.told())
                .contains("the field 'note' has no type; write name:type, as note:string\n")
                .contains("separated by commas", "status:enum(open|done)");
        assertThat(Files.readString(target.resolve("pave.yaml")))
                .contains("values: [open, done]", "values: [a, b]")
                .doesNotContain("\"order\"");
    }

    @Test
    void aNameThatNobodyGaveIsTold() {
        PaveRun strange = pave.run("new", temporary.resolve("é").toString(), "--yes", "--dry-run");
        PaveRun given = pave.run("new", temporary.resolve("é").toString(), "--yes", "--dry-run", "--name", "shop");
        PaveRun same = pave.run("new", target.toString(), "--yes", "--dry-run");

        assertThat(strange.out())
                .contains("note         the service is called my-service; --name gives it another name");
        assertThat(given.out()).doesNotContain("is called");
        assertThat(same.out()).doesNotContain("is called");
    }

    @Test
    void theDefaultsAreWrittenAsPaveWritesThem() throws IOException {
        pave.run("new", target.toString(), "--yes");
        pave.with(new Answers("student-records", "", "", "", "", "", "", ""))
                .run("new", temporary.resolve("asked").toString());

        String written = Files.readString(target.resolve("pave.yaml"));
        assertThat(written).startsWith("pave: 1\nname: student-records\n").contains("personas: all\n");
        assertThat(temporary.resolve("asked/pave.yaml")).hasContent(written);
    }

    @Test
    void whatTheCommandLineSaysIsNotAsked() {
        Answers answers = new Answers("", "", "", "", "", "");

        PaveRun run = pave.with(answers).run("new", target.toString(), "--name", "shop", "--owner", "team-x");

        assertThat(run.err()).isEmpty();
        assertThat(answers.questions)
                .noneMatch(question -> question.startsWith("Name (") || question.startsWith("Owner ("));
    }

    @Test
    void aFaultyCommandLineIsReportedBeforeTheFirstQuestion() {
        Answers answers = new Answers("", "", "", "", "", "", "", "");

        PaveRun run = pave.with(answers).run("new", target.toString(), "--name", "Not A Name");

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).startsWith("--name: name cannot be 'Not A Name'");
        assertThat(answers.questions).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereTheAnswersEnd() {
        PaveRun run = pave.with(new Answers("shop", "")).run("new", target.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).startsWith("pave new: the answers ended before the last question\n  nothing was written");
        assertThat(target).doesNotExist();
    }

    @Test
    void nobodyIsAskedWhereADescriptionIsGivenOrDefaultsAreTaken() {
        Answers answers = new Answers();

        assertThat(pave.with(answers).run("new", target.toString(), "--yes").exit())
                .isEqualTo(ExitCode.DONE);
        assertThat(answers.questions).isEmpty();
    }

    /** Somebody who gives these answers, and then no more. */
    private static final class Answers implements Person {

        private final Deque<String> left;
        private final List<String> questions = new ArrayList<>();
        private final StringBuilder told = new StringBuilder();

        Answers(String... answers) {
            left = new ArrayDeque<>(List.of(answers));
        }

        String told() {
            return told.toString();
        }

        @Override
        public void tell(String text) {
            told.append(text);
        }

        @Override
        public Optional<String> answer(String question) {
            questions.add(question);
            return Optional.ofNullable(left.poll());
        }
    }
}
