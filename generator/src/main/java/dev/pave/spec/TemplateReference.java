package dev.pave.spec;

import dev.pave.problem.Location;
import java.util.Optional;

/**
 * Where the templates of a service come from. Whether there are any is for whoever reads them to say.
 *
 * @param source a directory, or the address of a Git repository
 * @param ref a tag, branch or commit of the repository; empty for the newest version
 * @param prerelease whether the newest version may be one that is not released
 * @param tagPrefix what stands before the version in tags; empty for nothing
 * @param folder the template root inside the repository, {@code /} between segments; empty for the whole
 */
public record TemplateReference(
        String source, Optional<String> ref, boolean prerelease, String tagPrefix, String folder, Location location) {

    static final int LONGEST = 1_000;
    private static final char BEFORE_REF = '#';

    /** From its short form, {@code SOURCE} or {@code SOURCE#REF}. */
    public static TemplateReference parse(String text, Location location) {
        int hash = text.indexOf(BEFORE_REF);
        return new TemplateReference(
                hash < 0 ? text : text.substring(0, hash),
                hash < 0 ? Optional.empty() : Optional.of(text.substring(hash + 1)),
                false,
                "",
                "",
                location);
    }

    /** The short form, where it says all. */
    Optional<String> brief() {
        boolean all = !prerelease && tagPrefix.isEmpty() && folder.isEmpty() && source.indexOf(BEFORE_REF) < 0;
        return all ? Optional.of(source + ref.map(name -> BEFORE_REF + name).orElse("")) : Optional.empty();
    }
}
