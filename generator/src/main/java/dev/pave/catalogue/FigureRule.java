package dev.pave.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The number that a practice may carry, and which of several holds. */
public record FigureRule(Unit unit, Strictest strictest) {

    /** Which of several figures for one practice is the strictest. */
    public enum Strictest {
        HIGHEST,
        LOWEST,
        /** None: each of them holds. */
        ALL;

        static Optional<Strictest> named(String written) {
            return Stream.of(values())
                    .filter(value -> value.written().equals(written))
                    .findFirst();
        }

        static List<String> names() {
            return Stream.of(values()).map(Strictest::written).toList();
        }

        private String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The figures that hold: the strictest, or all that differ. The first of equal ones stays. */
    List<Figure> inForce(List<Figure> stated) {
        Comparator<Figure> byValue = Comparator.comparing(Figure::value);
        return switch (strictest) {
            case HIGHEST -> stated.stream().min(byValue.reversed()).stream().toList();
            case LOWEST -> stated.stream().min(byValue).stream().toList();
            case ALL -> {
                Map<String, Figure> different = new LinkedHashMap<>();
                stated.forEach(figure -> different.putIfAbsent(figure.display(), figure));
                yield List.copyOf(different.values());
            }
        };
    }
}
