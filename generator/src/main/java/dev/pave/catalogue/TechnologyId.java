package dev.pave.catalogue;

import java.util.regex.Pattern;

/** The name of a technology in templates, rules and reports: kebab-case. */
public record TechnologyId(String value) implements Comparable<TechnologyId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

    public TechnologyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a technology id: " + value);
        }
    }

    static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(TechnologyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
