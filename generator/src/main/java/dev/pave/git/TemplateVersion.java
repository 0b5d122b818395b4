package dev.pave.git;

import java.util.regex.Pattern;

/**
 * One state of a template repository, for ever the same.
 *
 * @param ref what the commit was found by, as {@code refs/tags/v1.2.0}; the commit itself where it was asked for
 * @param commit 40 lower-case hexadecimal digits
 */
public record TemplateVersion(GitUrl url, String ref, String commit) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final String TAGS = "refs/tags/";

    /** @throws IllegalArgumentException where the commit or the ref is none */
    public TemplateVersion {
        if (!isCommit(commit) || (!ref.equals(commit) && !TemplateRequest.isFullRef(ref))) {
            throw new IllegalArgumentException("no commit of a template repository, or no ref");
        }
    }

    static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    boolean isTag() {
        return ref.startsWith(TAGS);
    }

    /** The ref as people say it: {@code v1.2.0}. */
    public String shortRef() {
        return ref.equals(commit) ? commit.substring(0, 10) : ref.replaceFirst("^refs/[a-z]+/", "");
    }
}
