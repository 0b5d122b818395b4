package dev.pave.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure counts. Times are converted into one another. */
public enum Unit {
    COUNT("", 0),
    PERCENT("%", 0),
    MILLISECONDS("ms", 1),
    SECONDS("s", 1_000),
    MINUTES("min", 60_000),
    HOURS("h", 3_600_000),
    DAYS("d", 86_400_000),
    MINUTES_PER_MONTH("min/month", 60_000);

    private final String symbol;
    private final long milliseconds;

    Unit(String symbol, long milliseconds) {
        this.symbol = symbol;
        this.milliseconds = milliseconds;
    }

    public String symbol() {
        return symbol;
    }

    /** As in the catalogue: {@code minutes-per-month}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a figure of this unit can stand where the other is asked for: {@code 1 h} for minutes; a period of days is no budget a month. */
    boolean fits(Unit asked) {
        if (this == asked) {
            return true;
        }
        boolean times = milliseconds > 0 && asked.milliseconds > 0;
        return times && this != MINUTES_PER_MONTH && !(asked == MINUTES_PER_MONTH && this == DAYS);
    }

    BigDecimal convert(BigDecimal value, Unit target) {
        if (this == target || milliseconds == target.milliseconds) {
            return value;
        }
        return value.multiply(BigDecimal.valueOf(milliseconds))
                .divide(BigDecimal.valueOf(target.milliseconds), MathContext.DECIMAL32);
    }

    static Optional<Unit> named(String written) {
        return Stream.of(values())
                .filter(unit -> unit.written().equals(written))
                .findFirst();
    }

    static List<String> names() {
        return Stream.of(values()).map(Unit::written).toList();
    }
}
