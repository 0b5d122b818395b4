package dev.pave.persona;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name by which a description refers to a persona: kebab-case, at most 63 characters. */
public record PersonaId(String value) implements Comparable<PersonaId> {

    private static final int LONGEST = 63;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

    public PersonaId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a persona id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    /** Written out: a record's own is linked at run time, which a command pays for at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonaId id && id.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(PersonaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
