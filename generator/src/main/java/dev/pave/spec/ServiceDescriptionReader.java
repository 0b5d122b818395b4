package dev.pave.spec;

import dev.pave.problem.InvalidInput;
import java.util.Map;

/** Reads {@code pave.yaml}. */
public final class ServiceDescriptionReader {

    private final boolean pathOptional;
    private final String origin;
    private final Map<String, String> overrides;

    private ServiceDescriptionReader(boolean pathOptional, String origin, Map<String, String> overrides) {
        this.pathOptional = pathOptional;
        this.origin = origin;
        this.overrides = overrides;
    }

    public ServiceDescriptionReader() {
        this(false, "", Map.of());
    }

    /** A reader that accepts a description without {@code path}. */
    public ServiceDescriptionReader withoutPath() {
        return new ServiceDescriptionReader(true, origin, overrides);
    }

    /** A reader that puts values from the command line over those of the text, each by the dotted path of its key, as {@code options.java}. */
    public ServiceDescriptionReader with(Map<String, String> set) {
        return with("--set", set);
    }

    /**
     * A reader that puts values over those of the text.
     *
     * @param from where they come from; a problem is located at {@code from} and the key, as {@code --set options.java}
     */
    public ServiceDescriptionReader with(String from, Map<String, String> set) {
        return new ServiceDescriptionReader(pathOptional, from, set);
    }

    /**
     * Reads a description.
     *
     * @param source its name in problems
     * @throws InvalidInput with everything that is wrong
     */
    @SuppressWarnings("DoNotCallSuggester") // not written yet
    public ServiceDescription read(String source, String text) {
        throw new UnsupportedOperationException(source + text + origin + overrides + pathOptional);
    }
}
