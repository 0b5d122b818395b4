package dev.pave.verify.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a repository is built and tested.
 *
 * @param line a command line, as its golden path and its continuous integration have it
 * @param file the file of the repository that it goes by
 */
public record BuildCommand(String line, String file) {

    private static final String MAVEN = "mvn ";
    private static final String POM = "pom.xml";
    private static final String DESCRIPTION = "pave.yaml";

    /** What a shell would not take as it stands. */
    private static final String SHELL = "\"'`$;&|<>(){}*?\\~#\n";

    /**
     * Finds the command.
     *
     * @param facts of the golden path; its {@code commands.test} is the command. Empty where it is not known
     * @param paths files of the repository; one for Maven is known by its {@code pom.xml}
     * @return empty where nobody says how to build it
     */
    public static Optional<BuildCommand> of(Map<String, Object> facts, Set<String> paths) {
        if (facts.get("commands") instanceof Map<?, ?> commands && commands.get("test") instanceof String line) {
            return Optional.of(new BuildCommand(line, line.startsWith(MAVEN) ? POM : DESCRIPTION));
        }
        return paths.contains(POM)
                ? Optional.of(new BuildCommand(MAVEN + "--batch-mode --no-transfer-progress verify", POM))
                : Optional.empty();
    }

    /** The arguments, where Maven can be called with them as they stand; empty where a shell has to read the line. */
    Optional<List<String>> mavenArguments() {
        boolean plain = line.startsWith(MAVEN) && line.chars().noneMatch(c -> SHELL.indexOf(c) >= 0);
        return plain
                ? Optional.of(List.of(line.substring(MAVEN.length()).strip().split(" +")))
                : Optional.empty();
    }
}
