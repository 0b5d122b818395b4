package dev.pave.verify.build;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a build went.
 *
 * @param command what was run, in words
 * @param file the file that says how to build, as {@code pom.xml}
 * @param log where all that it printed is; there only where the build did not pass
 * @param tail the last lines of that
 */
public record BuildResult(String command, String file, Outcome outcome, Path log, List<String> tail) {

    public BuildResult {
        tail = List.copyOf(tail);
    }

    /** How it ended. */
    public enum Outcome {
        PASSED("passes"),
        FAILED("fails"),
        TOOK_TOO_LONG("was stopped, because it took too long");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** As a verb: {@code fails}. */
        public String words() {
            return words;
        }
    }

    /** What is wrong with a repository that does not build; empty where it does. */
    public Optional<Finding> finding() {
        if (outcome == Outcome.PASSED) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "build/" + (outcome == Outcome.FAILED ? "failed" : "time-limit"),
                Optional.empty(),
                Location.of(file),
                command + " " + outcome.words(),
                outcome == Outcome.FAILED
                        ? "run it in the repository, and mend what it says"
                        : "give it more time with --build-minutes"));
    }
}
