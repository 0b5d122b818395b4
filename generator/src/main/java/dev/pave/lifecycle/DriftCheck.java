package dev.pave.lifecycle;

import dev.pave.git.GitEnvironment;
import dev.pave.git.LineEndings;
import dev.pave.git.TextDifference;
import dev.pave.lifecycle.FileState.Label;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lock.Lock;
import dev.pave.lock.LockReader;
import dev.pave.lock.LockedFile;
import dev.pave.lock.Sha256;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import dev.pave.workspace.Difference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far a generated repository is from what a fresh render of its own {@code pave.yaml} makes, and from what it was when it was generated. */
public final class DriftCheck {

    private final Repository repository;
    private final Path directory;

    public DriftCheck(Path directory, GitEnvironment git) {
        this.repository = new Repository(directory, git);
        this.directory = directory;
    }

    /**
     * What was found.
     *
     * @param files all files but those that git ignores, by path
     * @param madeWith the Pave that the repository was last generated with; empty where it has no lock
     * @param outdated whether templates, personas or description have changed since
     */
    public record Result(List<FileState> files, Optional<String> madeWith, boolean outdated) {

        public boolean isDrift() {
            return files.stream().anyMatch(FileState::isDrift);
        }

        /** How many files have each label. */
        public SortedMap<Label, Long> count() {
            SortedMap<Label, Long> count = new TreeMap<>();
            files.forEach(file -> count.merge(file.label(), 1L, Long::sum));
            return count;
        }
    }

    /** @throws InvalidInput where the description or the lock cannot be used, or a file cannot be read */
    public Result check(Generator generator) {
        Generated generated = repository.render(generator);
        Optional<Lock> lock = LockReader.read(directory);
        Comparison comparison = new Comparison(generated.rendering(), lock);
        List<FileState> files = comparison.states(repository.compare(generated.rendering()));
        return new Result(
                files,
                lock.map(Lock::paveVersion),
                lock.filter(known -> known.equals(generated.lock())).isEmpty());
    }

    /** Labels the files of one repository. */
    private final class Comparison {

        private final Rendering rendering;
        private final Optional<Lock> lock;

        Comparison(Rendering rendering, Optional<Lock> lock) {
            this.rendering = rendering;
            this.lock = lock;
        }

        List<FileState> states(List<Difference> differences) {
            SortedMap<String, FileState> states = new TreeMap<>();
            for (Difference difference : differences) {
                if (!isBase(difference.path())) {
                    states.put(difference.path(), state(difference));
                }
            }
            Set<String> differing = new HashSet<>(states.keySet());
            for (RenderedFile file : rendering.files()) {
                String path = file.path().value();
                if (!differing.contains(path)) {
                    states.put(path, new FileState(path, Label.UNTOUCHED, ""));
                }
            }
            return List.copyOf(states.values());
        }

        private FileState state(Difference difference) {
            Label label = label(difference);
            boolean shown = label != Label.UNTOUCHED && label != Label.EXTRA;
            return new FileState(difference.path(), label, shown ? text(difference) : "");
        }

        private Label label(Difference difference) {
            if (ProjectPath.whyRefused(difference.path()).isPresent()) {
                return Label.EXTRA;
            }
            ProjectPath path = new ProjectPath(difference.path());
            Optional<LockedFile> locked = lock.flatMap(known -> known.file(path));
            if (locked.filter(LockedFile::once).isPresent()) {
                return Label.EXTRA;
            }
            return switch (difference.kind()) {
                case NOT_A_FILE -> Label.EDITED;
                case MISSING -> lock.isEmpty() || locked.isPresent() || isLock(path) ? Label.MISSING : Label.OUTDATED;
                case MODE -> isOtherMode(path, locked) ? Label.OUTDATED : Label.EDITED;
                case CONTENT -> content(path, locked);
                case EXTRA -> locked.isEmpty() ? Label.EXTRA : content(path, locked);
            };
        }

        private Label content(ProjectPath path, Optional<LockedFile> locked) {
            byte[] text = LineEndings.toLf(repository.bytes(path).orElse(new byte[0]));
            Optional<RenderedFile> rendered = rendering.file(path);
            if (rendered.filter(file -> Arrays.equals(LineEndings.toLf(file.bytes()), text))
                    .isPresent()) {
                return Label.UNTOUCHED;
            }
            boolean asGenerated = locked.filter(file -> file.sha256().equals(Sha256.of(text))
                            || repository
                                    .bytes(path)
                                    .filter(bytes -> file.sha256().equals(Sha256.of(bytes)))
                                    .isPresent())
                    .isPresent();
            return asGenerated || isLock(path) ? Label.OUTDATED : Label.EDITED;
        }

        /** There are two modes: a file that does not have the rendered one has the other. */
        private boolean isOtherMode(ProjectPath path, Optional<LockedFile> locked) {
            return locked.filter(file -> rendering
                            .file(path)
                            .filter(rendered -> rendered.mode() != file.mode())
                            .isPresent())
                    .isPresent();
        }

        private String text(Difference difference) {
            ProjectPath path = new ProjectPath(difference.path());
            return switch (difference.kind()) {
                case NOT_A_FILE, MODE -> "";
                case MISSING, CONTENT, EXTRA ->
                    TextDifference.unified(
                            path.value(),
                            rendering.file(path).map(RenderedFile::bytes).orElse(new byte[0]),
                            repository.bytes(path).orElse(new byte[0]));
            };
        }
    }

    private static boolean isLock(ProjectPath path) {
        return path.equals(Lock.PATH);
    }

    /** What an update has kept for the next one. */
    private static boolean isBase(String path) {
        return path.startsWith(Lock.BASES + "/");
    }

    /** The counts as a person reads them: {@code 2 edited, 1 missing}. */
    public static String summary(Map<Label, Long> count) {
        List<String> parts = count.entrySet().stream()
                .filter(entry -> entry.getKey() != Label.UNTOUCHED)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
        return parts.isEmpty() ? "as generated" : String.join(", ", parts);
    }
}
