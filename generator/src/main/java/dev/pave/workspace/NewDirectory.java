package dev.pave.workspace;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.render.Rendering;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory that comes into being all at once: it is prepared in a hidden sibling and moved into place by one atomic rename. Whenever the
 * process ends, by a failure, a signal or a kill, the target is either as it was before or whole.
 */
public final class NewDirectory {

    private final Path target;

    private NewDirectory(Path target) {
        this.target = target;
    }

    /** What is to be done in the prepared directory before it is moved into place. */
    @FunctionalInterface
    public interface Step<T> {

        /**
         * @param directory holds the files already; has another name until all is done
         * @throws IOException then the target stays as it was
         */
        T in(Path directory) throws IOException;
    }

    /**
     * Checks that a directory can be made here, so that nobody answers questions for nothing. Writes nothing.
     *
     * @param target does not exist, or is an empty directory
     * @throws InvalidInput where it is neither
     */
    public static NewDirectory at(Path target) {
        Path absolute = target.toAbsolutePath();
        Path name = absolute.getFileName();
        boolean needsResolving =
                name == null || name.toString().equals(".") || name.toString().equals("..");
        if (Files.isSymbolicLink(absolute)) {
            throw refused(
                    "target-is-a-link",
                    target,
                    "a symbolic link is in the place of the new directory",
                    "name the directory that it leads to" + destination(absolute));
        }
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            requireEmptyDirectory(target, absolute);
        } else {
            requireWritable(target, absolute);
        }
        try {
            return new NewDirectory(needsResolving ? absolute.toRealPath() : absolute);
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private static String destination(Path link) {
        try {
            return ": " + link.toRealPath();
        } catch (IOException e) {
            return ", or remove the link: it leads nowhere";
        }
    }

    private static void requireEmptyDirectory(Path target, Path absolute) {
        if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("target-exists", target, "there is a file of this name", "choose another name");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(absolute)) {
            if (entries.iterator().hasNext()) {
                throw notEmpty(target);
            }
            Path real = absolute.toRealPath();
            Path parent = real.getParent();
            if (parent == null || !Files.getFileStore(parent).equals(Files.getFileStore(real))) {
                throw refused(
                        "target-is-a-mount-point",
                        target,
                        "a mount point cannot be replaced",
                        "name a directory inside it: " + target.resolve("NAME"));
            }
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private static void requireWritable(Path target, Path absolute) {
        Path existing = absolute.getParent();
        while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            throw refused(
                    "target-parent-is-not-a-directory",
                    target,
                    existing + " is not a directory",
                    "choose a place inside a directory");
        }
        if (existing != null && !Files.isWritable(existing)) {
            throw refused(
                    "target-not-writable",
                    target,
                    existing + " cannot be written to",
                    "choose another place, or change the permissions of " + existing);
        }
    }

    /**
     * Writes the files, does the step, moves the result into place.
     *
     * @throws InvalidInput where the disk is full, permissions are missing, or the target came into being meanwhile
     */
    public <T> T create(Rendering rendering, Step<T> step) {
        Deque<Path> madeParents = new ArrayDeque<>();
        boolean done = false;
        try {
            makeParents(madeParents);
            Path place = Objects.requireNonNull(target.getParent(), "the root is never empty")
                    .toRealPath()
                    .resolve(Objects.requireNonNull(target.getFileName()));
            TemporarySibling.removeAbandoned(place);
            T result = prepareAndMove(place, rendering, step);
            done = true;
            return result;
        } catch (IOException e) {
            throw notWritten(target, e);
        } finally {
            if (!done) {
                madeParents.forEach(NewDirectory::deleteIfEmpty);
            }
        }
    }

    private void makeParents(Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path folder = target.getParent(); folder != null && !Files.exists(folder); folder = folder.getParent()) {
            missing.push(folder);
        }
        for (Path folder : missing) {
            Files.createDirectories(folder);
            made.push(folder);
        }
    }

    private <T> T prepareAndMove(Path place, Rendering rendering, Step<T> step) throws IOException {
        try (Preparation preparation = new Preparation();
                TemporarySibling sibling = TemporarySibling.of(place)) {
            RenderingFiles.makeFolder(sibling.tree());
            RenderingFiles.write(rendering, sibling.tree(), preparation);
            T result = step.in(sibling.tree());
            preparation.finish(() -> move(sibling.tree(), place));
            return result;
        }
    }

    private void move(Path tree, Path place) throws IOException {
        if (!RenderingFiles.knowsModes(place)) {
            // Windows cannot rename over a directory, not even an empty one.
            deleteIfEmpty(place);
        }
        try {
            Files.move(tree, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                at(target);
            }
            throw e;
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Somebody uses it by now.
        }
    }

    private static InvalidInput notEmpty(Path target) {
        return refused(
                "target-not-empty",
                target,
                "the directory is not empty",
                "choose a directory that is empty or does not exist yet");
    }

    private static InvalidInput notWritten(Path target, IOException cause) {
        InvalidInput problem = refused(
                "cannot-write",
                target,
                "cannot be made: " + reason(cause),
                "nothing was changed; try again when that is solved");
        problem.initCause(cause);
        return problem;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (cause instanceof FileSystemException failure) {
            return failure.getFile() + ": "
                    + Optional.ofNullable(failure.getReason())
                            .orElse(failure.getClass().getSimpleName());
        }
        return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    }

    private static InvalidInput refused(String code, Path target, String message, String remedy) {
        return new InvalidInput(new Problem(code, Location.of(target.toString()), message, remedy));
    }
}
