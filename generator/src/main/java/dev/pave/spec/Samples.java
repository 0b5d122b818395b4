package dev.pave.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values for a field, good and bad, as they stand in JSON: String, Integer, Long, BigDecimal, Boolean or Map. The same on every run, so that
 * generated tests and examples are.
 */
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
     * A value that a service refuses, for one reason.
     *
     * @param value empty where the property is left out
     */
    public record Invalid(Fault fault, Optional<Object> value) {}

    /** From here a number always has room behind a word. */
    private static final int DIGITS_OF_AN_INT = 10;

    private static final int RADIX = 36;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int DAYS = 1_000_000;
    private static final String UNKNOWN_UUID = "ffffffff-ffff-4fff-bfff-ffffffffffff";

    private final Field field;
    private final int distinct;
    private final List<String> matching;

    private Samples(Field field) {
        this.field = field;
        this.matching = matching(field);
        this.distinct = distinct();
    }

    public static Samples of(Field field) {
        return new Samples(field);
    }

    /**
     * The n-th valid value, from 0. The first {@link #distinctValues()} differ from each other, then they start again. For a reference, a UUID
     * in whose place the caller puts the id of a row.
     */
    public Object valid(int n) {
        int index = Math.floorMod(n, distinct);
        return switch (field.type()) {
            case STRING, TEXT -> matching.isEmpty() ? words(index) : matching.get(index);
            case INTEGER -> grid(index).intValueExact();
            case LONG -> grid(index).longValueExact();
            case DECIMAL -> grid(index);
            case BOOLEAN -> index == 0;
            case DATE -> FIRST_DAY.plusDays(index).toString();
            case TIMESTAMP ->
                FIRST_MOMENT.plusSeconds((long) SECONDS_OF_A_MINUTE * index).toString();
            case UUID, REFERENCE -> uuid(index);
            case EMAIL -> field.name() + "-" + (index + 1L) + "@example.org";
            case URI -> "https://example.org/" + field.name() + "/" + (index + 1L);
            case ENUM -> field.values().get(index).text();
            case JSON -> Map.of("number", index);
        };
    }

    /** How many different values {@link #valid} gives; {@link Integer#MAX_VALUE} where there is no end in practice. */
    public int distinctValues() {
        return distinct;
    }

    /** Values that must be refused, in a fixed order; none where the type takes everything. */
    public List<Invalid> invalid() {
        List<Invalid> result = new ArrayList<>();
        if (field.required()) {
            result.add(new Invalid(Fault.REQUIRED_MISSING, Optional.empty()));
        }
        add(result, Fault.WRONG_TYPE, ofWrongType());
        switch (field.type()) {
            case STRING, TEXT -> texts(result);
            case INTEGER, LONG, DECIMAL -> numbers(result);
            case EMAIL -> add(result, Fault.TOO_LONG, longEmail());
            case URI -> add(result, Fault.TOO_LONG, "https://example.org/" + "x".repeat(FieldType.LONGEST_URI));
            case ENUM -> add(result, Fault.UNKNOWN_ENUM, unknownChoice());
            case REFERENCE -> add(result, Fault.UNKNOWN_REFERENCE, UNKNOWN_UUID);
            default -> {}
        }
        return List.copyOf(result);
    }

    private static void add(List<Invalid> result, Fault fault, Object value) {
        result.add(new Invalid(fault, Optional.of(value)));
    }

    private int distinct() {
        return switch (field.type()) {
            case STRING, TEXT -> matching.isEmpty() ? distinctWords() : matching.size();
            case INTEGER, LONG, DECIMAL -> Grid.of(field).size();
            case BOOLEAN -> 2;
            case DATE -> DAYS;
            case ENUM -> field.values().size();
            default -> Integer.MAX_VALUE;
        };
    }

    private static List<String> matching(Field field) {
        Optional<PortablePattern> pattern = PortablePattern.of(field);
        if (pattern.isEmpty()) {
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        field.example().ifPresent(example -> values.add(example.toString()));
        values.addAll(pattern.get()
                .samples(field.minLength().orElseThrow(), field.maxLength().orElseThrow()));
        return List.copyOf(values);
    }

    private int distinctWords() {
        int most = field.maxLength().orElseThrow();
        return most >= DIGITS_OF_AN_INT
                ? Integer.MAX_VALUE
                : BigInteger.valueOf(RADIX)
                        .pow(most)
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValueExact();
    }

    /** {@code Full name 1}, longer or shorter as the field wants it. */
    private String words(int index) {
        int least = field.minLength().orElseThrow();
        int most = field.maxLength().orElseThrow();
        if (most < DIGITS_OF_AN_INT) {
            String digits = Integer.toString(index, RADIX);
            return "0".repeat(Math.max(0, least - digits.length())) + digits;
        }
        String suffix = Long.toString(index + 1L);
        StringBuilder words = new StringBuilder(field.name().title());
        while (words.length() + 1 + suffix.length() < least) {
            words.append(' ').append(field.name().words());
        }
        int room = most - suffix.length() - 1;
        if (room <= 0) {
            return suffix;
        }
        words.setLength(Math.min(words.length(), room));
        return words.append(' ').append(suffix).toString();
    }

    private BigDecimal grid(int index) {
        return Grid.of(field).value(index);
    }

    private static String uuid(int index) {
        return String.format("00000000-0000-4000-8000-%012x", index + 1L);
    }

    private Object ofWrongType() {
        return switch (field.type()) {
            case STRING, TEXT, ENUM -> Map.of("not", "a text");
            case INTEGER, LONG, DECIMAL -> "not a number";
            case BOOLEAN -> "not a truth value";
            case DATE -> "2026-02-30";
            case TIMESTAMP -> "2026-02-28";
            case UUID, REFERENCE -> "not-a-uuid";
            case EMAIL -> "not an address";
            case URI -> "not a uri";
            case JSON -> "not an object";
        };
    }

    /** Where there is a pattern, a value of another length would be wrong twice. */
    private void texts(List<Invalid> result) {
        int least = field.minLength().orElseThrow();
        int most = field.maxLength().orElseThrow();
        if (!matching.isEmpty()) {
            unmatching().ifPresent(value -> add(result, Fault.PATTERN, value));
            return;
        }
        if (least > 0) {
            add(result, Fault.TOO_SHORT, "x".repeat(least - 1));
        }
        add(result, Fault.TOO_LONG, "x".repeat(most + 1));
        add(result, Fault.PATTERN, "\u0007" + "x".repeat(Math.max(0, least - 1)));
    }

    /** A value of the right length that differs from a good one in one place. */
    private Optional<String> unmatching() {
        PortablePattern pattern = PortablePattern.of(field).orElseThrow();
        for (String good : matching) {
            for (int i = 0; i < good.length(); i++) {
                for (String wrong : List.of("!", " ", "a", "0")) {
                    String value = good.substring(0, i) + wrong + good.substring(i + 1);
                    if (Character.isSurrogate(good.charAt(i))
                            || pattern.matcher().test(value)) {
                        continue;
                    }
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private void numbers(List<Invalid> result) {
        Grid grid = Grid.of(field);
        add(result, Fault.BELOW_MIN, plain(grid.below()));
        add(result, Fault.ABOVE_MAX, plain(grid.above()));
    }

    /** As JSON has it: a whole number as such, whatever its size. */
    private Object plain(BigDecimal value) {
        if (field.type() == FieldType.DECIMAL) {
            return value;
        }
        BigInteger whole = value.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValueExact();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValueExact() : value;
    }

    private static String longEmail() {
        String label = "x".repeat(60) + ".";
        return "x".repeat(60) + "@" + label.repeat(4) + "example.org";
    }

    private String unknownChoice() {
        String value = "no-such-value";
        while (FieldValue.fault(field, value).isEmpty()) {
            value += "-x";
        }
        return value;
    }

    /** The numbers that a field can hold, of which samples are taken at even distances. Counted in units of the last digit. */
    private record Grid(BigInteger least, BigInteger most, BigInteger start, BigInteger step, int scale) {

        private static final BigInteger ENOUGH = BigInteger.valueOf(1_000);

        static Grid of(Field field) {
            int scale = field.scale().orElse(0);
            BigInteger bound = switch (field.type()) {
                case INTEGER -> BigInteger.valueOf(Integer.MAX_VALUE);
                case LONG -> BigInteger.valueOf(Long.MAX_VALUE);
                default -> BigInteger.TEN.pow(field.precision().orElseThrow()).subtract(BigInteger.ONE);
            };
            BigInteger lowest = field.type() == FieldType.DECIMAL
                    ? bound.negate()
                    : bound.negate().subtract(BigInteger.ONE);
            BigInteger least = field.min().map(min -> units(min, scale)).orElse(lowest);
            BigInteger most = field.max().map(max -> units(max, scale)).orElse(bound);
            BigInteger one = BigInteger.TEN.pow(scale);
            boolean hasOne = least.compareTo(one) <= 0 && most.compareTo(one) >= 0;
            BigInteger start = hasOne ? one : least;
            BigInteger step = most.subtract(start).divide(one).compareTo(ENOUGH) >= 0 ? one : BigInteger.ONE;
            if (most.subtract(start).compareTo(ENOUGH) < 0) {
                start = least;
            }
            return new Grid(least, most, start, step, scale);
        }

        private static BigInteger units(BigDecimal number, int scale) {
            return number.setScale(scale).unscaledValue();
        }

        int size() {
            return most.subtract(start)
                    .divide(step)
                    .add(BigInteger.ONE)
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .intValueExact();
        }

        BigDecimal value(int index) {
            return new BigDecimal(start.add(step.multiply(BigInteger.valueOf(index))), scale);
        }

        /** The greatest number that is too small. */
        BigDecimal below() {
            return new BigDecimal(least.subtract(BigInteger.ONE), scale);
        }

        BigDecimal above() {
            return new BigDecimal(most.add(BigInteger.ONE), scale);
        }
    }
}
