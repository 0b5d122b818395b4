package dev.pave.spec;

/** Writes a description as the {@code pave.yaml} from which an equal one is read. */
public final class ServiceDescriptionWriter {

    private ServiceDescriptionWriter() {}

    /** The text of {@code pave.yaml}, the same for equal descriptions; locations do not matter. */
    @SuppressWarnings("DoNotCallSuggester") // not written yet
    public static String write(ServiceDescription description) {
        throw new UnsupportedOperationException(description.toString());
    }
}
