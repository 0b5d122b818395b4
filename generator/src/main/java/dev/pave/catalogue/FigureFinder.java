package dev.pave.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the numbers of an item with their units, in English and Korean: {@code 80%+}, {@code 5분}, {@code 43 min/month}, {@code 100만+}, {@code two approvals}. */
final class FigureFinder {

    private static final int MOST_DIGITS = 15;
    private static final Map<String, Integer> NUMBER_WORDS = Map.of(
            "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9, "ten",
            10);
    private static final Map<String, Long> MULTIPLIERS = Map.of(
            "k", 1_000L, "thousand", 1_000L, "million", 1_000_000L, "천", 1_000L, "만", 10_000L, "억", 100_000_000L);
    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("percent", Unit.PERCENT),
            Map.entry("퍼센트", Unit.PERCENT),
            Map.entry("ms", Unit.MILLISECONDS),
            Map.entry("millisecond", Unit.MILLISECONDS),
            Map.entry("밀리초", Unit.MILLISECONDS),
            Map.entry("s", Unit.SECONDS),
            Map.entry("sec", Unit.SECONDS),
            Map.entry("second", Unit.SECONDS),
            Map.entry("초", Unit.SECONDS),
            Map.entry("min", Unit.MINUTES),
            Map.entry("minute", Unit.MINUTES),
            Map.entry("분", Unit.MINUTES),
            Map.entry("h", Unit.HOURS),
            Map.entry("hour", Unit.HOURS),
            Map.entry("시간", Unit.HOURS),
            Map.entry("day", Unit.DAYS),
            Map.entry("일", Unit.DAYS));
    private static final List<String> BOUNDS = List.of("이내", "이하", "이상", "미만", "내", "간");
    private static final Set<String> EACH = Set.of("per", "a", "each", "every");
    private static final Set<String> MONTH = Set.of("month", "월");

    private final String text;
    private final List<Words.Word> words;
    private final ItemReader.Lines lines;

    FigureFinder(String text, List<Words.Word> words, ItemReader.Lines lines) {
        this.text = text;
        this.words = words;
        this.lines = lines;
    }

    /**
     * A figure and the words that it takes.
     *
     * @param from index of its first word
     * @param to index behind its last
     */
    record Found(Figure figure, int from, int to) {}

    /** All figures in their order; a number without a unit counts something. */
    List<Found> find() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Found> figure = at(at);
            figure.ifPresent(found::add);
            at = figure.map(Found::to).orElse(at + 1);
        }
        return found;
    }

    private Optional<Found> at(int from) {
        Optional<BigDecimal> number = number(words.get(from));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = number.get();
        int to = from + 1;
        int end = words.get(from).end();
        Optional<Long> multiplier = follower(to, end).flatMap(FigureFinder::multiplier);
        if (multiplier.isPresent()) {
            value = value.multiply(BigDecimal.valueOf(multiplier.get()));
            end = words.get(to).end();
            to++;
        }
        int percent = skipBlanks(end);
        if (percent < text.length() && text.charAt(percent) == '%') {
            return Optional.of(found(value, Unit.PERCENT, from, to, percent + 1));
        }
        Optional<Unit> unit = follower(to, end).flatMap(FigureFinder::unit);
        if (unit.isEmpty()) {
            return Optional.of(found(value, Unit.COUNT, from, to, end));
        }
        end = words.get(to).end();
        to++;
        int month = unit.get() == Unit.MINUTES ? wordsOfAMonth(to, end) : 0;
        if (month > 0) {
            to += month;
            return Optional.of(found(
                    value, Unit.MINUTES_PER_MONTH, from, to, words.get(to - 1).end()));
        }
        return Optional.of(found(value, unit.get(), from, to, end));
    }

    private Found found(BigDecimal value, Unit unit, int from, int to, int end) {
        int start = words.get(from).start();
        if (start > 0 && "<>≤≥~".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        int behind = end < text.length() && text.charAt(end) == '+' ? end + 1 : end;
        Figure figure = new Figure(value, unit, text.substring(start, behind), lines.locationOf(start));
        return new Found(figure, from, to);
    }

    private static Optional<BigDecimal> number(Words.Word word) {
        if (word.isNumber()) {
            String digits = word.exact().replace(",", "");
            return digits.length() <= MOST_DIGITS ? Optional.of(new BigDecimal(digits)) : Optional.empty();
        }
        return Optional.ofNullable(NUMBER_WORDS.get(word.form())).map(BigDecimal::valueOf);
    }

    /** The word behind, where nothing but a space or hyphen stands between. */
    private Optional<Words.Word> follower(int index, int end) {
        if (index >= words.size()) {
            return Optional.empty();
        }
        Words.Word word = words.get(index);
        String between = text.substring(end, word.start());
        return between.isBlank() || between.equals("-") ? Optional.of(word) : Optional.empty();
    }

    private static Optional<Long> multiplier(Words.Word word) {
        if (word.exact().equals("M")) {
            return Optional.of(1_000_000L);
        }
        return word.forms().stream()
                .map(form -> form.endsWith("명") ? form.substring(0, form.length() - 1) : form)
                .filter(MULTIPLIERS::containsKey)
                .map(MULTIPLIERS::get)
                .findFirst();
    }

    private static Optional<Unit> unit(Words.Word word) {
        return word.forms().stream()
                .flatMap(form -> Stream.of(form, withoutBound(form)))
                .filter(UNITS::containsKey)
                .map(UNITS::get)
                .findFirst();
    }

    private static String withoutBound(String form) {
        return BOUNDS.stream()
                .filter(bound -> form.length() > bound.length() && form.endsWith(bound))
                .findFirst()
                .map(bound -> form.substring(0, form.length() - bound.length()))
                .orElse(form);
    }

    /** How many words say {@code /month} or {@code a month}; 0 where none do. */
    private int wordsOfAMonth(int index, int end) {
        if (index >= words.size()) {
            return 0;
        }
        boolean slash = text.substring(end, words.get(index).start()).strip().equals("/");
        if (slash && isMonth(index)) {
            return 1;
        }
        return EACH.contains(words.get(index).form()) && isMonth(index + 1) ? 2 : 0;
    }

    private boolean isMonth(int index) {
        return index < words.size() && words.get(index).forms().stream().anyMatch(MONTH::contains);
    }

    private int skipBlanks(int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }
}
