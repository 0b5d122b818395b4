package dev.pave.catalogue;

import dev.pave.catalogue.Reading.PracticeMention;
import dev.pave.catalogue.Reading.TechnologyMention;
import dev.pave.persona.Item;
import dev.pave.problem.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recognises what one item names, and which of its numbers belongs to what. Linear in the text, however long a line is. */
final class ItemReader {

    /** How many words a figure may stand away from what it belongs to. */
    private static final int REACH = 30;

    private final Item item;
    private final Lines lines;
    private final List<Words.Word> words;
    private final List<PhraseIndex.Match> matches;
    private final List<FigureFinder.Found> numbers;
    private final Map<Integer, FigureFinder.Found> numberAt = new HashMap<>();
    private final Map<Integer, FigureRule> ruleAt = new HashMap<>();
    private final boolean[] named;
    private final boolean[] version;
    private final boolean[] taken;
    private final int[] part;

    private ItemReader(Item item, PhraseIndex index) {
        this.item = item;
        lines = new Lines(item);
        words = Words.of(item.text());
        matches = index.search(words);
        named = new boolean[words.size()];
        version = new boolean[words.size()];
        taken = new boolean[words.size()];
        part = new int[words.size()];
        for (PhraseIndex.Match match : matches) {
            Arrays.fill(named, match.from(), match.to(), true);
            if (match.entry() instanceof Practice practice) {
                practice.figure().ifPresent(rule -> ruleAt.put(match.from(), rule));
            }
        }
        for (int i = 1; i < words.size(); i++) {
            part[i] = part[i - 1] + (words.get(i).first() ? 1 : 0);
        }
        numbers = new ArrayList<>();
        for (FigureFinder.Found found : new FigureFinder(item.text(), words, lines).find()) {
            if (!named[found.from()]) {
                numbers.add(found);
                numberAt.put(found.from(), found);
            }
        }
        for (PhraseIndex.Match match : matches) {
            if (match.entry() instanceof Technology && isBareNumber(match.to())) {
                version[match.to()] = true;
            }
        }
    }

    static Reading read(Item item, PhraseIndex index) {
        return new ItemReader(item, index).read();
    }

    private Reading read() {
        Map<PracticeId, PracticeMention> practices = new LinkedHashMap<>();
        Map<TechnologyId, TechnologyMention> technologies = new LinkedHashMap<>();
        for (PhraseIndex.Match match : matches) {
            Location location = lines.locationOf(words.get(match.from()).start());
            if (match.entry() instanceof Practice practice) {
                PracticeMention earlier = practices.get(practice.id());
                if (earlier == null || earlier.figure().isEmpty()) {
                    Optional<Figure> figure = practice.figure().flatMap(rule -> figure(match, rule));
                    if (earlier == null || figure.isPresent()) {
                        practices.put(practice.id(), new PracticeMention(practice, location, figure));
                    }
                }
            } else if (match.entry() instanceof Technology technology) {
                TechnologyMention earlier = technologies.get(technology.id());
                if (earlier == null || (earlier.version().isEmpty() && isBareNumber(match.to()))) {
                    technologies.put(technology.id(), new TechnologyMention(technology, location, version(match)));
                }
            }
        }
        return new Reading(
                item,
                List.copyOf(practices.values()),
                List.copyOf(technologies.values()),
                figures(),
                matches.isEmpty() ? List.of() : overlooked(practices.values()));
    }

    /** The numbers with a unit, and the bare ones that a practice took. */
    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (FigureFinder.Found found : numbers) {
            if (found.figure().unit() != Unit.COUNT || taken[found.from()]) {
                figures.add(found.figure());
            }
        }
        return figures;
    }

    /** The nearest number of a fitting unit, first in the same part between commas, unless another practice's name stands between. */
    private Optional<Figure> figure(PhraseIndex.Match match, FigureRule rule) {
        Optional<FigureFinder.Found> after = search(match.to(), 1, rule);
        Optional<FigureFinder.Found> before = search(match.from() - 1, -1, rule);
        Optional<FigureFinder.Found> nearest = after.isPresent() && before.isPresent()
                ? (cost(match, before.get()) < cost(match, after.get()) ? before : after)
                : after.or(() -> before);
        nearest.ifPresent(found -> taken[found.from()] = true);
        return nearest.map(found -> found.figure().in(rule.unit()));
    }

    private Optional<FigureFinder.Found> search(int start, int step, FigureRule rule) {
        for (int at = start; at >= 0 && at < words.size() && Math.abs(at - start) < REACH; at += step) {
            FigureFinder.Found found = numberAt.get(at);
            if (found != null && !version[at] && found.figure().unit().fits(rule.unit())) {
                return Optional.of(found);
            }
            FigureRule rival = ruleAt.get(at);
            if (rival != null && rival.unit().fits(rule.unit())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private int cost(PhraseIndex.Match match, FigureFinder.Found found) {
        int distance = found.from() >= match.to() ? found.from() - match.to() : match.from() - found.to();
        return part[found.from()] == part[match.from()] ? distance : REACH + distance;
    }

    private Optional<String> version(PhraseIndex.Match match) {
        return isBareNumber(match.to())
                ? Optional.ofNullable(numberAt.get(match.to()))
                        .map(found -> found.figure().written())
                : Optional.empty();
    }

    /** A number directly behind a name, as in {@code React 18+}. */
    private boolean isBareNumber(int at) {
        FigureFinder.Found found = numberAt.get(at);
        return found != null
                && found.figure().unit() == Unit.COUNT
                && words.get(at).isNumber()
                && gap(at).isBlank();
    }

    /**
     * The parts in which nothing is named. Where a label is recognised and nothing behind it, the rest explains it; a label, the words before a
     * bracket, a path and what holds a number are no parts either.
     */
    private List<String> overlooked(Collection<PracticeMention> practices) {
        for (PracticeMention mention : practices) {
            if (mention.practice().stance() == Stance.NOT_APPLICABLE) {
                return List.of();
            }
        }
        List<String> overlooked = new ArrayList<>();
        boolean knownLabel = false;
        boolean knownPart = false;
        int from = 0;
        while (from < words.size()) {
            int to = from;
            boolean known = false;
            boolean numeric = false;
            while (to < words.size() && part[to] == part[from]) {
                known |= named[to];
                numeric |= numberAt.containsKey(to);
                to++;
            }
            String behind = to < words.size() ? gap(to) : "";
            knownLabel |= known && behind.contains(":");
            knownPart |= known && !behind.contains(":");
            boolean introduces =
                    behind.contains(":") || behind.contains("(") || gap(from).endsWith("/");
            if (!introduces && !known && !numeric) {
                overlooked.add(item.text()
                        .substring(words.get(from).start(), words.get(to - 1).end())
                        .replace('\n', ' '));
            }
            from = to;
        }
        return knownLabel && !knownPart ? List.of() : overlooked;
    }

    /** What stands between a word and the one before. */
    private String gap(int word) {
        int start = word == 0 ? 0 : words.get(word - 1).end();
        return item.text().substring(start, words.get(word).start());
    }

    /** Finds the line of an offset without counting from the start each time. */
    static final class Lines {

        private final Item item;
        private final int[] breaks;

        Lines(Item item) {
            this.item = item;
            breaks = item.text().indexOf('\n') < 0
                    ? new int[0]
                    : IntStream.range(0, item.text().length())
                            .filter(at -> item.text().charAt(at) == '\n')
                            .toArray();
        }

        Location locationOf(int offset) {
            if (breaks.length == 0) {
                return item.location();
            }
            int before = -1 - Arrays.binarySearch(breaks, offset);
            return Location.of(item.location().source(), item.location().line() + before);
        }
    }
}
