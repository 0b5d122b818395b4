package dev.pave.workspace;

import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An existing directory, compared with a rendering or made equal to one. Links are never followed; {@code .git} is never looked into; a
 * repository inside it (a submodule, a nested clone) is one thing that is left alone.
 */
public final class WorkingTree {

    private static final String GIT = ".git";

    private final Path directory;
    private final Ignored ignored;

    /**
     * @param directory exists; may itself be reached through a link
     * @throws IOException where it does not exist
     */
    public WorkingTree(Path directory, Ignored ignored) throws IOException {
        this.directory = directory.toRealPath();
        this.ignored = ignored;
    }

    /** How the directory differs from the rendering, in the order of the paths; empty where it does not. */
    public List<Difference> compare(Rendering rendering) throws IOException {
        TreeSet<Difference> differences = new TreeSet<>();
        for (RenderedFile file : rendering.files()) {
            compare(file)
                    .ifPresent(
                            kind -> differences.add(new Difference(file.path().value(), kind)));
        }
        for (String extra : extras(rendering)) {
            differences.add(new Difference(extra, Difference.Kind.EXTRA));
        }
        return List.copyOf(differences);
    }

    /** A file's bytes; empty where there is no regular file at this path. */
    public Optional<byte[]> read(ProjectPath path) throws IOException {
        Path file = path.in(directory);
        return isReachable(path) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** At most so many bytes of a file, from its beginning; empty where there is no regular file at this path. */
    public Optional<byte[]> read(ProjectPath path, int most) throws IOException {
        Path file = path.in(directory);
        if (!isReachable(path) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(most));
        }
    }

    /**
     * Makes the directory equal to the rendering: writes what is missing or differs, each file at once, and deletes what is not rendered and not
     * ignored. Files that are equal are not touched.
     *
     * @return what was changed; comparing again finds nothing, unless a repository inside was left alone
     */
    public List<Difference> replaceWith(Rendering rendering) throws IOException {
        List<Difference> differences = compare(rendering);
        for (Difference difference : differences) {
            if (difference.kind() == Difference.Kind.EXTRA) {
                removeExtra(difference.path());
            }
        }
        for (Difference difference : differences) {
            if (difference.kind() != Difference.Kind.EXTRA) {
                replace(rendering.file(new ProjectPath(difference.path())).orElseThrow());
            }
        }
        return differences;
    }

    /** The files and links that {@link #replaceWith} would delete to make the given differences go away, and not write anew. */
    public List<String> deletions(List<Difference> differences) {
        TreeSet<String> deletions = new TreeSet<>();
        for (Difference difference : differences) {
            switch (difference.kind()) {
                case EXTRA -> {
                    if (!Files.isDirectory(directory.resolve(difference.path()), LinkOption.NOFOLLOW_LINKS)) {
                        deletions.add(difference.path());
                    }
                }
                case NOT_A_FILE ->
                    firstObstacle(new ProjectPath(difference.path()))
                            .ifPresent(obstacle -> deletions.add(
                                    directory.relativize(obstacle).toString().replace('\\', '/')));
                case MISSING, CONTENT, MODE -> {
                    // only written
                }
            }
        }
        return List.copyOf(deletions);
    }

    private Optional<Difference.Kind> compare(RenderedFile file) throws IOException {
        Path path = file.path().in(directory);
        if (!isReachable(file.path())) {
            return Optional.of(Difference.Kind.NOT_A_FILE);
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Difference.Kind.MISSING);
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Difference.Kind.NOT_A_FILE);
        }
        if (Files.size(path) != file.bytes().length || !Arrays.equals(Files.readAllBytes(path), file.bytes())) {
            return Optional.of(Difference.Kind.CONTENT);
        }
        return hasMode(path, file.mode()) ? Optional.empty() : Optional.of(Difference.Kind.MODE);
    }

    private static boolean hasMode(Path path, FileMode mode) throws IOException {
        if (!RenderingFiles.knowsModes(path)) {
            return true;
        }
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        // As git does: only the owner's bit counts.
        return attributes.permissions().contains(PosixFilePermission.OWNER_EXECUTE) == (mode == FileMode.EXECUTABLE);
    }

    /** Whether every folder on the way is a folder, or not there. */
    private boolean isReachable(ProjectPath path) {
        return firstObstacle(path).isEmpty();
    }

    private Optional<Path> firstObstacle(ProjectPath path) {
        Path folder = directory;
        for (Path name : directory.relativize(path.in(directory).getParent())) {
            folder = folder.resolve(name);
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private Set<String> extras(Rendering rendering) throws IOException {
        Set<String> known = new HashSet<>();
        for (RenderedFile file : rendering.files()) {
            String path = file.path().value();
            known.add(path);
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                known.add(path.substring(0, slash));
            }
        }
        Set<String> extras = new TreeSet<>();
        collectExtras(directory, "", known, extras);
        return extras;
    }

    private void collectExtras(Path folder, String prefix, Set<String> known, Set<String> extras) throws IOException {
        for (Path entry : entries(folder)) {
            String path = prefix + entry.getFileName();
            boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            if (entry.getFileName().toString().equals(GIT) || (!known.contains(path) && ignored.test(path, isFolder))) {
                continue;
            }
            if (isFolder && !Files.exists(entry.resolve(GIT), LinkOption.NOFOLLOW_LINKS)) {
                collectExtras(entry, path + "/", known, extras);
            } else if (!known.contains(path)) {
                extras.add(path);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        return entries;
    }

    private void removeExtra(String path) throws IOException {
        Path file = directory.resolve(path);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.deleteIfExists(file);
        for (Path folder = file.getParent(); !folder.equals(directory); folder = folder.getParent()) {
            if (!entries(folder).isEmpty()) {
                return;
            }
            Files.delete(folder);
        }
    }

    private void replace(RenderedFile file) throws IOException {
        Optional<Path> obstacle = firstObstacle(file.path());
        if (obstacle.isPresent()) {
            Files.delete(obstacle.get());
        }
        Path path = file.path().in(directory);
        Files.createDirectories(path.getParent());
        if (!path.getParent().toRealPath().equals(path.getParent())) {
            throw new IOException(path.getParent() + " leads elsewhere");
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            // Its files were extra, and are gone; what is left is ignored, or a repository, and is not ours to delete.
            Files.delete(path);
        }
        Path temporary = path.resolveSibling("." + TemporarySibling.random() + ".pave");
        try {
            RenderingFiles.write(file, temporary);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
