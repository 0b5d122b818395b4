package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * The user's Git configuration, as {@code git} would read it for a repository at a given place: system, XDG, home, environment, with
 * includes. Read once, never written.
 *
 * <p>JGit's own reader is not used: it starts a {@code git} process to find the system file, knows neither {@code GIT_CONFIG_GLOBAL} nor
 * {@code includeIf}, and writes measurements of the file system into the user's configuration directory.
 */
final class UserGitConfig {

    private static final Pattern CONDITION =
            Pattern.compile("^(\\s*)\\[\\s*includeIf\\s+\"gitdir(/i)?:([^\"]*)\"\\s*]", Pattern.CASE_INSENSITIVE);

    private final GitEnvironment environment;
    private final Path gitDirectory;

    private UserGitConfig(GitEnvironment environment, Path gitDirectory) {
        this.environment = environment;
        this.gitDirectory = gitDirectory;
    }

    /**
     * @param repository where the repository is or will be, for conditional includes
     * @throws InvalidInput where a file cannot be read or understood
     */
    static Config read(GitEnvironment environment, Path repository) {
        return new UserGitConfig(environment, repository.toAbsolutePath().resolve(".git")).read();
    }

    /**
     * The same with the configuration of a repository that is there.
     *
     * @param commonDirectory its git directory, in a linked work tree that of the repository it belongs to
     */
    static Config read(GitEnvironment environment, Path repository, Path commonDirectory) {
        UserGitConfig reader =
                new UserGitConfig(environment, repository.toAbsolutePath().resolve(".git"));
        return reader.read(List.of(commonDirectory.resolve("config")));
    }

    private Config read() {
        return read(List.of());
    }

    private Config read(List<Path> more) {
        Config config = new Config();
        for (Path file : Stream.concat(files().stream(), more.stream()).toList()) {
            if (Files.isRegularFile(file)) {
                config = parse(file, config);
            }
        }
        return overlay(config);
    }

    private List<Path> files() {
        Optional<Path> system = environment.filled("GIT_CONFIG_NOSYSTEM").isPresent() ? Optional.empty() : systemFile();
        List<Path> user = environment
                .filled("GIT_CONFIG_GLOBAL")
                .map(file -> List.of(Path.of(file)))
                .orElseGet(() -> List.of(
                        xdgDirectory().resolve("config"), environment.home().resolve(".gitconfig")));
        return Stream.concat(system.stream(), user.stream()).toList();
    }

    private Optional<Path> systemFile() {
        Path usual = Path.of("/etc/gitconfig");
        return environment
                .filled("GIT_CONFIG_SYSTEM")
                .map(Path::of)
                .or(() -> isLinux()
                        ? Optional.of(usual)
                        : Optional.ofNullable(FS.DETECTED.getGitSystemConfig()).map(file -> file.toPath()));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private Path xdgDirectory() {
        return xdgDirectory(environment);
    }

    static Path xdgDirectory(GitEnvironment environment) {
        return environment
                .filled("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElseGet(() -> environment.home().resolve(".config"))
                .resolve("git");
    }

    private Config parse(Path file, Config base) {
        Config config = new Config(base) {
            @Override
            protected byte @Nullable [] readIncludedConfig(String path) throws ConfigInvalidException {
                Path included = path.startsWith("~/")
                        ? environment.home().resolve(path.substring(2))
                        : file.resolveSibling(path);
                try {
                    return Files.isRegularFile(included)
                            ? decide(Files.readString(included)).getBytes(StandardCharsets.UTF_8)
                            : null;
                } catch (IOException e) {
                    throw new ConfigInvalidException(included + " cannot be read", e);
                }
            }
        };
        try {
            config.fromText(decide(Files.readString(file)));
        } catch (IOException e) {
            throw unreadable(file, "cannot be read: " + e.getMessage());
        } catch (ConfigInvalidException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
        return config;
    }

    /** Turns each conditional include whose condition holds into a plain one, so that it keeps its place in the order. */
    private String decide(String text) {
        StringBuilder decided = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            Matcher condition = CONDITION.matcher(line);
            if (condition.find() && holds(condition.group(3), condition.group(2) != null)) {
                decided.append(condition.group(1)).append("[include]").append(line.substring(condition.end()));
            } else {
                decided.append(line);
            }
            decided.append('\n');
        }
        return decided.toString();
    }

    private boolean holds(String pattern, boolean ignoreCase) {
        String glob = pattern;
        if (glob.startsWith("~/")) {
            glob = environment.home() + glob.substring(1);
        } else if (!glob.startsWith("/") && !glob.startsWith("./")) {
            glob = "**/" + glob;
        }
        if (glob.endsWith("/")) {
            glob += "**";
        }
        String path = gitDirectory.toString();
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + (ignoreCase ? glob.toLowerCase(Locale.ROOT) : glob))
                .matches(Path.of(ignoreCase ? path.toLowerCase(Locale.ROOT) : path));
    }

    /** What {@code GIT_CONFIG_COUNT} and its keys and values say, which wins over every file. */
    private Config overlay(Config base) {
        int count;
        try {
            count = Integer.parseInt(environment.filled("GIT_CONFIG_COUNT").orElse("0"));
        } catch (NumberFormatException e) {
            throw unreadable(Path.of("GIT_CONFIG_COUNT"), "not a number");
        }
        Config overlay = new Config(base);
        for (int i = 0; i < count; i++) {
            String key = environment.variable("GIT_CONFIG_KEY_" + i).orElse("");
            String value = environment.variable("GIT_CONFIG_VALUE_" + i).orElse("");
            int first = key.indexOf('.');
            int last = key.lastIndexOf('.');
            if (first > 0 && last < key.length() - 1) {
                String subsection = first == last ? null : key.substring(first + 1, last);
                overlay.setString(key.substring(0, first), subsection, key.substring(last + 1), value);
            }
        }
        return overlay;
    }

    private static InvalidInput unreadable(Path file, String message) {
        return new InvalidInput(new Problem(
                "invalid-git-configuration",
                Location.of(file.toString()),
                message,
                "'git config --list --show-origin' shows what git makes of it"));
    }
}
