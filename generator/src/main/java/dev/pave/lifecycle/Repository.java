package dev.pave.lifecycle;

import dev.pave.git.GitEnvironment;
import dev.pave.git.IgnoreRules;
import dev.pave.git.TrackedFiles;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lock.Lock;
import dev.pave.lock.LockReader;
import dev.pave.lock.Sha256;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.render.Rendering;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.workspace.Difference;
import dev.pave.workspace.WorkingTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A generated repository on disk: what differs from a fresh render of its own description, and how to make it equal. */
public final class Repository {

    private static final String DESCRIPTION = "pave.yaml";
    private static final int MOST_NAMED = 10;
    private static final int MOST_BYTES = 16 << 20;

    private final Path directory;
    private final GitEnvironment git;

    public Repository(Path directory, GitEnvironment git) {
        this.directory = directory;
        this.git = git;
    }

    /**
     * Renders the repository afresh from its {@code pave.yaml}.
     *
     * @throws InvalidInput where there is none, or as {@link Generator#generate}
     */
    public Generated render(Generator generator) {
        DescriptionText text = text(directory);
        return generator.generate(new ServiceDescriptionReader().read(text.source(), text.text()), text.text());
    }

    /**
     * What a repository says it is.
     *
     * @throws InvalidInput where there is no {@code pave.yaml}, or it is not valid
     */
    static ServiceDescription description(Path directory) {
        DescriptionText text = text(directory);
        return new ServiceDescriptionReader().read(text.source(), text.text());
    }

    /** Whether there is a {@code pave.yaml}. */
    static boolean isDescribed(Path directory) {
        return Files.isRegularFile(directory.resolve(DESCRIPTION));
    }

    /** @throws InvalidInput where there is no {@code pave.yaml} */
    public static void requireDescribed(Path directory) {
        if (!isDescribed(directory)) {
            throw new InvalidInput(new Problem(
                    "no-description",
                    Location.of(directory.toString().isEmpty() ? "." : directory.toString()),
                    "no " + DESCRIPTION + " here",
                    "give the folder of a generated repository; 'pave new' makes one"));
        }
    }

    private static DescriptionText text(Path directory) {
        requireDescribed(directory);
        return DescriptionText.of(directory.resolve(DESCRIPTION));
    }

    /** Whether a plain file is at this path. */
    boolean has(ProjectPath path) {
        try {
            return workingTree().read(path, 0).isPresent();
        } catch (IOException e) {
            throw unreadable(path.in(directory), e);
        }
    }

    /**
     * A file's bytes; empty where there is no plain file at this path.
     *
     * @throws InvalidInput where it is larger than anything that Pave generates
     */
    Optional<byte[]> read(ProjectPath path) {
        try {
            Optional<byte[]> bytes = workingTree().read(path, MOST_BYTES + 1);
            if (bytes.isPresent() && bytes.get().length > MOST_BYTES) {
                throw new InvalidInput(new Problem(
                        "too-large",
                        Location.of(path.in(directory).toString()),
                        "is larger than " + (MOST_BYTES >> 20) + " MiB, and not as generated",
                        ""));
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(path.in(directory), e);
        }
    }

    /**
     * Whether Pave wrote exactly these bytes to a path when it last wrote the repository, as its lock tells; never where it has none.
     *
     * @throws InvalidInput where the lock cannot be used
     */
    public BiPredicate<ProjectPath, byte[]> leftByPave() {
        Optional<Lock> lock = LockReader.read(directory);
        return (path, bytes) -> lock.flatMap(known -> known.file(path))
                .filter(file -> file.sha256().equals(Sha256.of(bytes)))
                .isPresent();
    }

    /** How the directory differs from a rendering, by path; build output that git ignores does not count. */
    public List<Difference> compare(Rendering rendering) {
        try {
            return workingTree().compare(rendering);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** A file's bytes; empty where there is no regular file at this path, or only behind a link. */
    Optional<byte[]> bytes(ProjectPath path) {
        try {
            return workingTree().read(path);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /**
     * What {@link #replaceWith} would delete, by path.
     *
     * @throws InvalidInput where some of it would be lost, because no git around the directory has the same bytes
     */
    public List<String> deletions(Rendering rendering) {
        try {
            WorkingTree tree = workingTree();
            List<String> deletions = tree.deletions(tree.compare(rendering));
            if (deletions.isEmpty()) {
                return deletions;
            }
            TrackedFiles tracked = new TrackedFiles(directory);
            List<String> lost = new ArrayList<>();
            for (String path : deletions) {
                if (!tracked.canRestore(path)) {
                    lost.add(path);
                }
            }
            if (!lost.isEmpty()) {
                throw wouldBeLost(lost);
            }
            return deletions;
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private InvalidInput wouldBeLost(List<String> lost) {
        String names = String.join(", ", lost.subList(0, Math.min(lost.size(), MOST_NAMED)));
        int more = lost.size() - MOST_NAMED;
        return new InvalidInput(new Problem(
                "not-recoverable",
                Location.of(directory.toString()),
                "would delete what is not generated and git could not give back: " + names
                        + (more > 0 ? " and " + more + " more" : ""),
                "commit, move or delete " + (lost.size() == 1 ? "it" : "them") + " first; nothing was changed"));
    }

    /**
     * Makes the directory equal to a rendering.
     *
     * @return what differed before
     */
    public List<Difference> replaceWith(Rendering rendering) {
        try {
            return workingTree().replaceWith(rendering);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private WorkingTree workingTree() throws IOException {
        return new WorkingTree(directory, new IgnoreRules(directory, git)::ignores);
    }

    private static InvalidInput unreadable(Path file, IOException e) {
        return new InvalidInput(new Problem(
                "unreadable", Location.of(file.toString()), "cannot be read or written: " + e.getMessage(), ""));
    }
}
