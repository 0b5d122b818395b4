package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.math.BigDecimal;

/**
 * A number that a persona states.
 *
 * @param written as in the persona, as {@code 1시간}
 * @param location of its line
 */
public record Figure(BigDecimal value, Unit unit, String written, Location location) {

    /** The same figure in another unit that it {@linkplain Unit#fits fits}. */
    Figure in(Unit target) {
        return new Figure(unit.convert(value, target), target, written, location);
    }

    /** The value with its unit, as {@code 80 %}, {@code 43 min/month}, {@code 10000}. */
    public String display() {
        String number = value.stripTrailingZeros().toPlainString();
        return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
    }
}
