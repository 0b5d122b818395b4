package dev.pave.git;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What git takes from the process that it runs in.
 *
 * @param variables the environment, as {@code GIT_AUTHOR_NAME} and {@code SOURCE_DATE_EPOCH}
 * @param home the user's home directory
 * @param clock the time of a commit where nothing fixes it, in the zone that the commit records
 */
public record GitEnvironment(Map<String, String> variables, Path home, Clock clock) {

    public GitEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process. */
    public static GitEnvironment ofProcess() {
        Map<String, String> variables = System.getenv();
        String home = variables.getOrDefault("HOME", "");
        return new GitEnvironment(
                variables,
                Path.of(home.isEmpty() ? System.getProperty("user.home") : home).toAbsolutePath(),
                Clock.system(ZoneId.systemDefault()));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The same, where an empty value counts as none. */
    Optional<String> filled(String name) {
        return variable(name).filter(value -> !value.isEmpty());
    }
}
