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
                        "  Fields of item [title:string!, notes:text, due-on:date]: ",
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
        Answers answers = new Answers(
                "Not A Name", "shop", "", "", "", "servise", "service", "item", "a:strng", "item", "a:string", "");

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
        assertThat(run.err()).contains("name cannot be 'Not A Name'");
        assertThat(answers.questions).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereTheAnswersEnd() {
        PaveRun run = pave.with(new Answers("shop", "")).run("new", target.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("the answers ended early", "nothing was written");
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
