package dev.pave.lock;

import java.util.Optional;

/**
 * Where the templates of a repository came from. A directory is not named: it is a place on one machine.
 *
 * @param version of the bundled templates, which is that of Pave; empty for others
 * @param digest of the templates that were used
 */
public record TemplateSource(Kind kind, Optional<String> version, Sha256 digest) {

    /** What kind of template root. */
    public enum Kind {
        BUNDLED,
        DIRECTORY
    }

    public TemplateSource {
        if (version.isPresent() != (kind == Kind.BUNDLED)) {
            throw new IllegalArgumentException("bundled templates have a version, a directory has none");
        }
    }
}
