package dev.pave.catalogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a practice in templates, rules and reports: kebab-case. */
public record PracticeId(String value) implements Comparable<PracticeId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

    public PracticeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a practice id: " + value);
        }
    }

    static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** Written out: a record's own is linked at run time, which a command pays for at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PracticeId id && id.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(PracticeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
