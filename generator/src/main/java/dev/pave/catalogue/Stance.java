package dev.pave.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What Pave does about a practice that a persona asks for. */
public enum Stance {
    /** Files implement it and rules prove it; which ones is computed from the templates. */
    GENERATED,
    /** The repository gives people the text or the template to do it themselves. */
    DOCUMENTED,
    /** A figure to reach, which can only be measured where the service runs. */
    TARGET,
    /** It is about the expert, or outside what a repository decides. */
    NOT_APPLICABLE;

    /** As in the catalogue: {@code not-applicable}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Stance> named(String written) {
        return Stream.of(values())
                .filter(stance -> stance.written().equals(written))
                .findFirst();
    }

    static List<String> names() {
        return Stream.of(values()).map(Stance::written).toList();
    }
}
