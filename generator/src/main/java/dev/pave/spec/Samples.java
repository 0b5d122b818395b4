package dev.pave.spec;

import java.util.List;
import java.util.Optional;

/** Values for a field, good and bad, as they stand in JSON: String, Integer, Long, BigDecimal, Boolean or Map. The same on every run. */
public final class Samples {

    /** Why a value is refused. */
    public enum Fault {
        REQUIRED_MISSING("required-missing"),
        WRONG_TYPE("wrong-type"),
        TOO_SHORT("too-short"),
        TOO_LONG("too-long"),
        PATTERN("pattern"),
        BELOW_MIN("below-min"),
        ABOVE_MAX("above-max"),
        UNKNOWN_ENUM("unknown-enum"),
        UNKNOWN_REFERENCE("unknown-reference");

        private final String key;

        Fault(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * A value that a service refuses.
     *
     * @param value empty where the property is left out
     */
    public record Invalid(Fault fault, Optional<Object> value) {}

    private final Field field;

    private Samples(Field field) {
        this.field = field;
    }

    public static Samples of(Field field) {
        return new Samples(field);
    }

    /** The n-th valid value, from 0; the first {@link #distinctValues()} differ from each other. For a reference, a UUID that the caller replaces. */
    public Object valid(int n) {
        return field.name() + " " + n;
    }

    /** How many different values {@link #valid} gives; {@link Integer#MAX_VALUE} where there is no end in practice. */
    public int distinctValues() {
        return Integer.MAX_VALUE;
    }

    public List<Invalid> invalid() {
        return List.of();
    }
}
