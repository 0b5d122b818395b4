package dev.pave.lock;

import dev.pave.git.TemplateVersion;

/**
 * A template root in a Git repository.
 *
 * @param folder of the repository, {@code /} between segments; empty for the whole
 */
public record GitSource(TemplateVersion version, String folder) {}
