package dev.pave.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How two statements of personas can contradict each other: an entry of {@code contradictions.yaml}. */
sealed interface ContradictionRule {

    String id();

    /** Why it is a contradiction and what holds, for people; {@code {stated}} and {@code {reference}} stand for the two figures. */
    String explanation();

    /**
     * A figure of one practice against the downtime a month that an objective in percent leaves.
     *
     * @param objective a practice with a figure in percent
     */
    record AgainstDowntime(String id, PracticeId stated, Relation mustBe, PracticeId objective, String explanation)
            implements ContradictionRule {}

    /**
     * Paths in the text of which some have a version segment and some do not.
     *
     * @param prefix as {@code /api/}
     * @param segment that the first segment behind the prefix either is or is not
     */
    record MixedPaths(String id, String prefix, Pattern segment, String explanation) implements ContradictionRule {}

    /** How the stated figure must stand to the computed one. */
    enum Relation {
        EQUAL,
        AT_MOST;

        static Optional<Relation> named(String written) {
            return Stream.of(values())
                    .filter(value -> value.written().equals(written))
                    .findFirst();
        }

        static List<String> names() {
            return Stream.of(values()).map(Relation::written).toList();
        }

        private String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
