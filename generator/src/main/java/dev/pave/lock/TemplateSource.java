package dev.pave.lock;

import java.util.Optional;

/**
 * Where the templates of a repository came from. A directory is not named: it is a place on one machine.
 *
 * @param version of the bundled templates, which is that of Pave; empty for others
 * @param git the repository, its commit and what that was found by; empty for what is no repository
 * @param digest of the templates that were used
 */
public record TemplateSource(Kind kind, Optional<String> version, Optional<GitSource> git, Sha256 digest) {

    /** What kind of template root. */
    public enum Kind {
        BUNDLED,
        DIRECTORY,
        GIT
    }

    public TemplateSource {
        if (version.isPresent() != (kind == Kind.BUNDLED)) {
            throw new IllegalArgumentException("bundled templates have a version, a directory has none");
        }
        if (git.isPresent() != (kind == Kind.GIT)) {
            throw new IllegalArgumentException("templates of a Git repository have an address, others have none");
        }
    }

    /** Templates of no repository. */
    public TemplateSource(Kind kind, Optional<String> version, Sha256 digest) {
        this(kind, version, Optional.empty(), digest);
    }
}
