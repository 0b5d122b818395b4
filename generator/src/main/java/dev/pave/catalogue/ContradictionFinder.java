package dev.pave.catalogue;

import dev.pave.catalogue.ContradictionRule.AgainstDowntime;
import dev.pave.catalogue.ContradictionRule.MixedPaths;
import dev.pave.catalogue.ContradictionRule.Relation;
import dev.pave.persona.Item;
import dev.pave.problem.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies the rules of the catalogue to what personas say. */
final class ContradictionFinder {

    private static final BigDecimal MINUTES_OF_A_MONTH = BigDecimal.valueOf(30 * 24 * 60);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LONGEST_SEGMENT = 64;

    private final List<PersonaReading> personas;
    private final Map<PracticeId, RequestedPractice> practices;

    ContradictionFinder(List<PersonaReading> personas, Map<PracticeId, RequestedPractice> practices) {
        this.personas = personas;
        this.practices = practices;
    }

    List<Contradiction> find(List<ContradictionRule> rules) {
        List<Contradiction> found = new ArrayList<>();
        for (ContradictionRule rule : rules) {
            if (rule instanceof AgainstDowntime downtime) {
                found.addAll(againstDowntime(downtime));
            } else if (rule instanceof MixedPaths paths) {
                mixedPaths(paths).ifPresent(found::add);
            }
        }
        return found;
    }

    /** One contradiction for each differing value: a figure that is repeated is reported where it stands first. */
    private List<Contradiction> againstDowntime(AgainstDowntime rule) {
        Optional<Figure> objective = figures(rule.objective()).stream().findFirst();
        if (objective.isEmpty()) {
            return List.of();
        }
        Figure budget = downtime(objective.get());
        Set<BigDecimal> reported = new HashSet<>();
        List<Contradiction> found = new ArrayList<>();
        for (Figure stated : stated(rule.stated())) {
            BigDecimal value = stated.in(Unit.MINUTES).value().stripTrailingZeros();
            int order = value.compareTo(budget.value());
            boolean holds = rule.mustBe() == Relation.EQUAL ? order == 0 : order <= 0;
            if (!holds && reported.add(value)) {
                String reference = objective.get().display() + " over 30 days leaves " + budget.display();
                found.add(new Contradiction(
                        rule.id(),
                        stated.location(),
                        objective.get().location(),
                        explain(rule.explanation(), stated.display(), reference)));
            }
        }
        return found;
    }

    private List<Figure> figures(PracticeId id) {
        return Optional.ofNullable(practices.get(id))
                .map(RequestedPractice::figures)
                .orElse(List.of());
    }

    private List<Figure> stated(PracticeId id) {
        return Optional.ofNullable(practices.get(id))
                .map(RequestedPractice::stated)
                .orElse(List.of());
    }

    private static Figure downtime(Figure objective) {
        BigDecimal share = WHOLE.subtract(objective.value()).divide(WHOLE);
        return new Figure(
                share.multiply(MINUTES_OF_A_MONTH), Unit.MINUTES_PER_MONTH, objective.written(), objective.location());
    }

    private Optional<Contradiction> mixedPaths(MixedPaths rule) {
        Optional<Path> with = Optional.empty();
        Optional<Path> without = Optional.empty();
        for (PersonaReading persona : personas) {
            for (Reading reading : persona.readings()) {
                for (Path path : paths(reading.item(), rule.prefix())) {
                    if (rule.segment().matcher(path.segment()).matches()) {
                        with = with.or(() -> Optional.of(path));
                    } else {
                        without = without.or(() -> Optional.of(path));
                    }
                }
            }
        }
        if (with.isEmpty() || without.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Contradiction(
                rule.id(),
                without.get().location(),
                with.get().location(),
                explain(
                        rule.explanation(),
                        rule.prefix() + without.get().segment(),
                        rule.prefix() + with.get().segment())));
    }

    private record Path(String segment, Item item, int offset) {

        Location location() {
            return item.locationOf(offset);
        }
    }

    private static List<Path> paths(Item item, String prefix) {
        List<Path> paths = new ArrayList<>();
        String text = item.text();
        for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
            int start = at + prefix.length();
            int end = start;
            while (end < text.length() && end < start + LONGEST_SEGMENT && isOfASegment(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                paths.add(new Path(text.substring(start, end), item, at));
            }
        }
        return paths;
    }

    private static boolean isOfASegment(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '{' || c == '}';
    }

    private static String explain(String explanation, String stated, String reference) {
        return explanation.replace("{stated}", stated).replace("{reference}", reference);
    }
}
