package dev.pave.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * What git ignores in a directory, by its {@code .gitignore} files, those of the repository around it, {@code .git/info/exclude}, and the
 * user's {@code core.excludesFile}. Whether a file is tracked is not asked. Not safe for use by several threads.
 */
public final class IgnoreRules {

    private final Path root;
    private final Path directory;
    private final List<IgnoreNode> general;
    private final Map<Path, IgnoreNode> folders = new HashMap<>();

    /** @param directory exists; paths are relative to it */
    public IgnoreRules(Path directory, GitEnvironment environment) throws IOException {
        this.directory = directory.toRealPath();
        this.root = Files.exists(this.directory.resolve(".git"))
                ? this.directory
                : FirstCommit.enclosing(this.directory).orElse(this.directory);
        Config config = UserGitConfig.read(environment, root);
        Path usersFile = Optional.ofNullable(config.getString("core", null, "excludesFile"))
                .map(file -> file.startsWith("~/") ? environment.home().resolve(file.substring(2)) : Path.of(file))
                .orElseGet(() -> UserGitConfig.xdgDirectory(environment).resolve("ignore"));
        this.general = List.of(parse(root.resolve(".git/info/exclude")), parse(usersFile));
    }

    /**
     * @param path relative to the directory, {@code /} between segments; its folders are not ignored themselves
     * @param isDirectory whether the path is one
     */
    public boolean ignores(String path, boolean isDirectory) {
        Path absolute = directory.resolve(path);
        for (Path folder = absolute.getParent();
                folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            Boolean answer = ask(folders.computeIfAbsent(folder, IgnoreRules::inFolder), folder, absolute, isDirectory);
            if (answer != null) {
                return answer;
            }
        }
        for (IgnoreNode node : general) {
            Boolean answer = ask(node, root, absolute, isDirectory);
            if (answer != null) {
                return answer;
            }
        }
        return false;
    }

    private static @Nullable Boolean ask(IgnoreNode node, Path folder, Path path, boolean isDirectory) {
        List<String> segments = new ArrayList<>();
        folder.relativize(path).forEach(segment -> segments.add(segment.toString()));
        return node.checkIgnored(String.join("/", segments), isDirectory);
    }

    private static IgnoreNode inFolder(Path folder) {
        try {
            return parse(folder.resolve(".gitignore"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IgnoreNode parse(Path file) throws IOException {
        IgnoreNode node = new IgnoreNode();
        // Git does not follow a link here either, since 2.32.
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(file)) {
                node.parse(file.toString(), in);
            }
        }
        return node;
    }
}
