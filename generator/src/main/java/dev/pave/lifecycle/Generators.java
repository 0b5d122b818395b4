package dev.pave.lifecycle;

import dev.pave.lifecycle.TemplateSources.Wish;
import dev.pave.lock.GitSource;
import dev.pave.lock.Lock;
import dev.pave.lock.LockReader;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.TemplateReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The generator for each repository: from the templates that its description names. Repositories with the same templates share one. */
public final class Generators {

    private final TemplateSources sources;
    private final Optional<TemplateReference> given;
    private final List<Path> personas;
    private final String paveVersion;
    private final Map<TemplateRoot, Knowledge> known = new HashMap<>();
    private final Map<TemplateRoot, Generator> generators = new HashMap<>();
    private final Map<Path, TemplateRoot> directories = new HashMap<>();
    private Optional<TemplateRoot> bundled = Optional.empty();

    /**
     * Generators for one command.
     *
     * @param given templates that a command line names, which count more than those of descriptions
     * @param personas as {@link Knowledge#read}
     */
    public Generators(
            TemplateSources sources, Optional<TemplateReference> given, List<Path> personas, String paveVersion) {
        this.sources = sources;
        this.given = given;
        this.personas = personas;
        this.paveVersion = paveVersion;
    }

    /** For a repository, by its own description and lock. */
    public Generator of(Path directory, Wish wish) {
        return generator(root(directory, wish));
    }

    /** From the templates of which a repository's lock tells; those that are wanted now, where it tells of no others that can be had. */
    public Generator recorded(Path directory) {
        return LockReader.read(directory)
                .map(Lock::templates)
                .flatMap(source -> source.git())
                .map(source -> generator(sources.recorded(
                        source, Location.of(Lock.PATH.in(directory).toString()))))
                .orElseGet(() -> of(directory, Wish.AS_LOCKED));
    }

    /** What a repository is generated from, by its own description and lock; what is bundled, where it was never generated. */
    public Knowledge knowledge(Path directory, Wish wish) {
        return Repository.isDescribed(directory) ? knowledge(root(directory, wish)) : knowledge();
    }

    private TemplateRoot root(Path directory, Wish wish) {
        Optional<TemplateReference> wanted =
                given.isPresent() ? given : Repository.description(directory).templates();
        Supplier<Optional<GitSource>> locked =
                () -> LockReader.read(directory).map(Lock::templates).flatMap(source -> source.git());
        return root(wanted, given.isPresent() ? Path.of("") : directory, locked, wish);
    }

    /**
     * For a description that has no repository yet.
     *
     * @param base the folder to which a directory of templates is relative
     */
    public Generator of(ServiceDescription description, Path base) {
        return generator(root(
                given.or(description::templates),
                given.isPresent() ? Path.of("") : base,
                Optional::empty,
                Wish.NEWEST));
    }

    /** What can be chosen from before there is a description. */
    public Knowledge knowledge() {
        return knowledge(root(given, Path.of(""), Optional::empty, Wish.NEWEST));
    }

    /** @throws InvalidInput as {@link TemplateSources#resolve} */
    private TemplateRoot root(
            Optional<TemplateReference> wanted, Path base, Supplier<Optional<GitSource>> locked, Wish wish) {
        if (wanted.isEmpty()) {
            bundled = bundled.or(() -> Optional.of(TemplateRoot.bundled()));
            return bundled.get();
        }
        TemplateRoot root = sources.resolve(wanted.get(), base, locked, wish);
        // A directory is read afresh each time; the first reading is as good for all of one command.
        return root.git().isPresent()
                ? root
                : directories.computeIfAbsent(
                        base.resolve(wanted.get().source())
                                .resolve(wanted.get().folder())
                                .toAbsolutePath()
                                .normalize(),
                        directory -> root);
    }

    private Knowledge knowledge(TemplateRoot root) {
        return known.computeIfAbsent(root, missing -> Knowledge.read(missing, personas));
    }

    private Generator generator(TemplateRoot root) {
        return generators.computeIfAbsent(root, missing -> new Generator(knowledge(missing), paveVersion));
    }
}
