package dev.pave.catalogue;

import java.util.regex.Pattern;

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

    @Override
    public int compareTo(PracticeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
