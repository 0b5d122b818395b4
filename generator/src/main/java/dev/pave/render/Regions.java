package dev.pave.render;

import dev.pave.problem.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Takes the marks of practices out of a rendered text and tells which lines stood between them.
 *
 * <p>Marks are Unicode noncharacters, which no input may contain: U+FDD0, a number, U+FDD1 opens a region, U+FDD2 closes the innermost open one.
 */
record Regions(String text, List<Region> regions) {

    private static final char OPEN = '\ufdd0';
    private static final char OPENED = '\ufdd1';
    private static final char CLOSE = '\ufdd2';

    /** What the marks of one file stand for. */
    static final class Marks {

        private record Opened(String practice, Location template) {}

        private final List<Opened> opened = new ArrayList<>();

        String open(String practice, Location template) {
            opened.add(new Opened(practice, template));
            return OPEN + Integer.toString(opened.size() - 1) + OPENED;
        }

        String close() {
            return String.valueOf(CLOSE);
        }

        private Opened opened(String number) throws Torn {
            int last = opened.size() - 1;
            if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) > last) {
                throw new Torn();
            }
            return opened.get(Integer.parseInt(number));
        }
    }

    private record Begun(Marks.Opened mark, int offset) {}

    private record Span(Marks.Opened mark, int from, int to) {}

    /** Marks that do not fit together: a template cut a captured text in two, or writes noncharacters of its own. */
    static final class Torn extends Exception {

        private static final long serialVersionUID = 1L;

        Torn() {
            super("a practice's region is torn: print a captured text whole, and no noncharacters (U+FDD0 to U+FDD2)");
        }
    }

    /** @throws Torn where a mark stands without its other half */
    static Regions extract(String marked, Marks marks) throws Torn {
        StringBuilder text = new StringBuilder(marked.length());
        Deque<Begun> begun = new ArrayDeque<>();
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < marked.length()) {
            char c = marked.charAt(i);
            if (c == OPEN) {
                int end = marked.indexOf(OPENED, i);
                begun.push(new Begun(marks.opened(end < 0 ? "" : marked.substring(i + 1, end)), text.length()));
                i = end + 1;
            } else if (c == CLOSE) {
                Begun region = begun.poll();
                if (region == null) {
                    throw new Torn();
                }
                spans.add(new Span(region.mark(), region.offset(), text.length()));
                i++;
            } else if (c == OPENED) {
                throw new Torn();
            } else {
                int next = nextMark(marked, i);
                text.append(marked, i, next);
                i = next;
            }
        }
        if (!begun.isEmpty()) {
            throw new Torn();
        }
        String plain = text.toString();
        return new Regions(plain, lines(plain, spans));
    }

    private static int nextMark(String marked, int from) {
        int i = from;
        while (i < marked.length() && (marked.charAt(i) < OPEN || marked.charAt(i) > CLOSE)) {
            i++;
        }
        return i;
    }

    private static List<Region> lines(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        int[] lineOf = lineNumbers(text);
        List<Region> regions = new ArrayList<>();
        for (Span span : spans) {
            int from = span.from();
            int to = span.to();
            // Blank lines at the edges belong to the layout, not to the practice.
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                regions.add(new Region(
                        span.mark().practice(),
                        lineOf[from],
                        lineOf[to - 1],
                        span.mark().template()));
            }
        }
        regions.sort(Comparator.comparingInt(Region::firstLine)
                .thenComparing(Comparator.comparingInt(Region::lastLine).reversed())
                .thenComparing(Region::practice)
                .thenComparing(Region::template));
        return regions;
    }

    private static int[] lineNumbers(String text) {
        int[] lines = new int[text.length()];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            lines[i] = line;
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return lines;
    }
}
