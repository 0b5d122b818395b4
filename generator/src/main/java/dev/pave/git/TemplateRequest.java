package dev.pave.git;

import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * Which state of a template repository is wanted.
 *
 * @param ref a tag, a branch or a whole commit id; empty for the newest tag that is a semantic version
 * @param prerelease whether the newest may be one
 * @param tagPrefix what stands in front of the version in a tag, as {@code web-}; empty for nothing
 */
public record TemplateRequest(GitUrl url, Optional<String> ref, boolean prerelease, String tagPrefix) {

    /** @throws IllegalArgumentException where {@link #refusal} says why */
    public TemplateRequest {
        ref.flatMap(TemplateRequest::refusal).ifPresent(reason -> {
            throw new IllegalArgumentException("a ref " + reason);
        });
        if (!tagPrefix.isEmpty()) {
            refusal(tagPrefix + "1.0.0").ifPresent(reason -> {
                throw new IllegalArgumentException("a tag prefix " + reason);
            });
        }
    }

    /** Why this text names no tag, branch or commit, to be read after its name; empty where it may name one. */
    public static Optional<String> refusal(String ref) {
        if (ref.startsWith("-")) {
            return Optional.of("looks like an option");
        }
        boolean valid = isFullRef(ref) || Repository.isValidRefName("refs/heads/" + ref);
        return valid ? Optional.empty() : Optional.of("cannot be the name of a tag, branch or commit");
    }

    /** Whether a version that was chosen before is one that this asks for, so that there is no need to choose again. */
    public boolean isMetBy(TemplateVersion version) {
        if (!url.equals(version.url())) {
            return false;
        }
        if (ref.isEmpty()) {
            String prefix = "refs/tags/" + tagPrefix;
            return version.ref().startsWith(prefix)
                    && SemanticVersion.parse(version.ref().substring(prefix.length()))
                            .filter(tag -> prerelease || !tag.isPrerelease())
                            .isPresent();
        }
        String wanted = ref.get();
        return wanted.equals(version.commit())
                || version.ref().equals(wanted)
                || version.ref().equals("refs/tags/" + wanted)
                || version.ref().equals("refs/heads/" + wanted);
    }

    /** {@code refs/tags/…} or {@code refs/heads/…}. */
    static boolean isFullRef(String ref) {
        return (ref.startsWith("refs/tags/") || ref.startsWith("refs/heads/")) && Repository.isValidRefName(ref);
    }
}
