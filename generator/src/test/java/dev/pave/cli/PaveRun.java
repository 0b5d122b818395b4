package dev.pave.cli;

import dev.pave.git.GitEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the command line in memory, as {@link Main} makes it. */
record PaveRun(int exit, String out, String err) {

    /** Where commands run: a home directory without a Git configuration, nobody at the keyboard, nothing on standard input. */
    static Setting in(Path home) {
        return new Setting(home, "", null, List.of(), Map.of());
    }

    record Setting(Path home, String input, @Nullable Person person, List<String> last, Map<String, String> variables) {

        Setting reading(String text) {
            return new Setting(home, text, person, last, variables);
        }

        Setting with(Person somebody) {
            return new Setting(home, input, somebody, last, variables);
        }

        /** With arguments after those of each run. */
        Setting andAlways(String... arguments) {
            return new Setting(home, input, person, List.of(arguments), variables);
        }

        /** With one more variable in the environment. */
        Setting withVariable(String name, String value) {
            Map<String, String> more = new HashMap<>(variables);
            more.put(name, value);
            return new Setting(home, input, person, last, more);
        }

        PaveRun run(String... arguments) {
            List<String> all = new ArrayList<>(List.of(arguments));
            all.addAll(last);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
            PrintStream complained = new PrintStream(err, true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), printed, complained, person);
            Map<String, String> environment = new HashMap<>(Map.of(
                    "GIT_AUTHOR_NAME", "A. Uthor",
                    "GIT_AUTHOR_EMAIL", "author@example.org",
                    "GIT_COMMITTER_NAME", "A. Uthor",
                    "GIT_COMMITTER_EMAIL", "author@example.org"));
            environment.putAll(variables);
            GitEnvironment git = new GitEnvironment(
                    environment, home, Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC));
            int exit = Main.run(terminal, git, all.toArray(String[]::new));
            printed.flush();
            complained.flush();
            return new PaveRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    JsonNode json() {
        return JsonMapper.builder().build().readTree(out);
    }
}
