package dev.pave.lifecycle;

import dev.pave.catalogue.BundledFiles;
import dev.pave.catalogue.DirectoryTemplates;
import dev.pave.catalogue.OverlaidTemplates;
import dev.pave.catalogue.TemplateFiles;
import dev.pave.catalogue.TemplateTree;
import dev.pave.git.GitTemplates;
import dev.pave.lock.GitSource;
import dev.pave.lock.TemplateSource.Kind;
import dev.pave.problem.InvalidInput;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A template root as it is used, and what a lock says of where it came from.
 *
 * @param git where it came from a repository
 */
public record TemplateRoot(TemplateTree tree, Kind kind, Optional<GitSource> git) {

    private static final String BUNDLED = "templates";

    /** The one in Pave itself. */
    public static TemplateRoot bundled() {
        return new TemplateRoot(BundledFiles.of(BUNDLED), Kind.BUNDLED, Optional.empty());
    }

    /** @throws InvalidInput where the directory is no template root, or does not fit the one that it extends */
    public static TemplateRoot directory(Path directory) {
        return new TemplateRoot(overlaid(DirectoryTemplates.of(directory)), Kind.DIRECTORY, Optional.empty());
    }

    /** @throws InvalidInput where the files do not fit the root that they extend */
    static TemplateRoot git(GitSource source, Map<String, byte[]> files) {
        String name = GitTemplates.name(source.version(), source.folder());
        return new TemplateRoot(overlaid(new TemplateFiles(name, files)), Kind.GIT, Optional.of(source));
    }

    /** Any tree, by what it is. */
    static TemplateRoot of(TemplateTree tree) {
        return new TemplateRoot(tree, tree instanceof BundledFiles ? Kind.BUNDLED : Kind.DIRECTORY, Optional.empty());
    }

    private static TemplateTree overlaid(TemplateTree root) {
        return OverlaidTemplates.of(root, () -> BundledFiles.of(BUNDLED));
    }
}
