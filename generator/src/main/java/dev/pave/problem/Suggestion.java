package dev.pave.problem;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The remedy for a name that is not known: the nearest that is, and the list to choose from. */
public final class Suggestion {

    private static final int MOST_LISTED = 20;

    private Suggestion() {}

    /** The known name that the given one was probably meant to be; empty where none is near. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, given.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(tolerance);
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(name -> !(isNumber(given) && isNumber(name)))
                .map(name -> new Candidate(
                        name,
                        isTransposed(wanted, name.toLowerCase(Locale.ROOT))
                                ? 1
                                : distance.apply(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(comparingInt(Candidate::distance).thenComparing(Candidate::name, naturalOrder()))
                .map(Candidate::name);
    }

    /** Who writes another number means it. */
    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    /** Whether two texts differ in two neighbours that changed places, as {@code nwe} and {@code new}. */
    private static boolean isTransposed(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = 0;
        while (first < a.length() && a.charAt(first) == b.charAt(first)) {
            first++;
        }
        return first + 1 < a.length()
                && a.charAt(first) == b.charAt(first + 1)
                && a.charAt(first + 1) == b.charAt(first)
                && a.regionMatches(first + 2, b, first + 2, a.length() - first - 2);
    }

    /** {@code did you mean 'string'? one of: boolean, date, …}; the known names keep the order in which they are given. */
    public static String remedy(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        String listed = String.join(", ", known.stream().limit(MOST_LISTED).toList());
        String all = "one of: " + (known.size() > MOST_LISTED ? listed + ", …" : listed);
        return nearest(given, known)
                .map(name -> "did you mean '" + name + "'? " + all)
                .orElse(all);
    }
}
