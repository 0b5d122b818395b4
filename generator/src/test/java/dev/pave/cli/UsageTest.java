package dev.pave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets who types something else than was meant, or asks for help. */
class UsageTest {

    private static final List<String> COMMANDS = List.of(
            "new",
            "list",
            "personas",
            "plan",
            "explain",
            "diff",
            "check",
            "update",
            "regenerate",
            "verify",
            "template",
            "schema",
            "completion");

    private final PaveRun.Setting pave = PaveRun.in(Path.of("/nowhere"));

    @Test
    void withoutACommandTheUsageIsShownAndItIsAnError() {
        PaveRun run = pave.run();

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: pave").contains(COMMANDS);
    }

    @Test
    void helpIsThereForEveryCommandAndFitsTheScreen() {
        for (String command : COMMANDS) {
            PaveRun run = pave.run(command, "--help");

            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("Usage: pave " + command);
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        }
    }

    @Test
    void theVersionIsShown() {
        PaveRun run = pave.run("--version");

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).matches("pave \\S+ \\(Java [0-9]+\\)\n");
    }

    @Test
    void anUnknownCommandIsReportedWithTheNearest() {
        PaveRun run = pave.run("regenrate", "x");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("regenrate", "did you mean", "regenerate", "see: pave --help");
    }

    @Test
    void anUnknownOptionIsReportedWithTheNearest() {
        PaveRun run = pave.run("new", "x", "--form", "pave.yaml");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--form", "did you mean --from", "see: pave new --help");
    }

    @Test
    void aMissingParameterIsReported() {
        assertThat(pave.run("new").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(pave.run("new").err()).contains("DIR");
        assertThat(pave.run("check").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(pave.run("new", "x", "--set", "novalue").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(pave.run("new", "x", "--set", "novalue").err())
                .startsWith("pave: Value for option '--set'")
                .contains("should be in KEY=VALUE format but was novalue");
    }

    @Test
    void aUsageErrorHasNoStackTrace() {
        assertThat(pave.run("list", "nothing").err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void theSchemaIsJson() {
        PaveRun run = pave.run("schema");

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.json().get("$schema").stringValue()).startsWith("https://json-schema.org/");
    }

    @Test
    void theCompletionScriptIsOneThatBashUnderstands(@TempDir Path temporary) throws Exception {
        PaveRun run = pave.run("completion");
        Path script = Files.writeString(temporary.resolve("completion.bash"), run.out());

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(bash("-n", script.toString())).isEmpty();
        assertThat(bash("-c", "source " + script + " && complete -p pave")).contains("_complete_pave");
        assertThat(run.out()).contains(COMMANDS);
    }

    private static String bash(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash").redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
