package dev.pave.spec;

import java.util.ArrayList;
import java.util.List;

/** A part of a {@link PortablePattern}. */
sealed interface PatternNode {

    List<PatternNode> children();

    /** Writes a text that this part matches. Stops growing once the text is longer than anyone asked for. */
    void write(StringBuilder to, PortablePattern.Choices choices, int longest);

    /** From a first code point to a last. */
    record Range(int from, int to) {}

    /** One character out of some; ranges in ascending order that do not touch. */
    record Characters(List<Range> ranges) implements PatternNode {

        static final int FIRST = ' ';

        /** Any character that a string may have. */
        static final Characters ANY = new Characters(List.of(new Range(FIRST, Character.MAX_CODE_POINT)));

        static Characters of(List<Range> given, boolean negated) {
            List<Range> sorted = new ArrayList<>(given);
            sorted.sort((a, b) -> Integer.compare(a.from, b.from));
            List<Range> merged = new ArrayList<>();
            for (Range range : sorted) {
                int last = merged.size() - 1;
                if (last >= 0 && range.from <= merged.get(last).to + 1) {
                    merged.set(last, new Range(merged.get(last).from, Math.max(merged.get(last).to, range.to)));
                } else {
                    merged.add(range);
                }
            }
            return new Characters(negated ? complement(merged) : List.copyOf(merged));
        }

        private static List<Range> complement(List<Range> ranges) {
            List<Range> result = new ArrayList<>();
            int next = FIRST;
            for (Range range : ranges) {
                if (range.from > next) {
                    result.add(new Range(next, range.from - 1));
                }
                next = Math.max(next, range.to + 1);
            }
            if (next <= Character.MAX_CODE_POINT) {
                result.add(new Range(next, Character.MAX_CODE_POINT));
            }
            return List.copyOf(result);
        }

        boolean overlaps(Characters other) {
            return ranges.stream()
                    .anyMatch(
                            mine -> other.ranges.stream().anyMatch(its -> mine.from <= its.to && its.from <= mine.to));
        }

        @Override
        public List<PatternNode> children() {
            return List.of();
        }

        @Override
        public void write(StringBuilder to, PortablePattern.Choices choices, int longest) {
            List<Range> plain = within('0', '9');
            plain.addAll(within('A', 'Z'));
            plain.addAll(within('a', 'z'));
            List<Range> from = plain.isEmpty() ? ranges : plain;
            int size = 0;
            for (Range range : from) {
                size += Math.min(range.to - range.from + 1, 64);
            }
            int index = choices.one(size);
            for (Range range : from) {
                int width = Math.min(range.to - range.from + 1, 64);
                if (index < width) {
                    to.appendCodePoint(range.from + index);
                    return;
                }
                index -= width;
            }
        }

        private List<Range> within(int from, int to) {
            List<Range> result = new ArrayList<>();
            for (Range range : ranges) {
                if (range.from <= to && range.to >= from) {
                    result.add(new Range(Math.max(range.from, from), Math.min(range.to, to)));
                }
            }
            return result;
        }
    }

    record Sequence(List<PatternNode> children) implements PatternNode {

        @Override
        public void write(StringBuilder to, PortablePattern.Choices choices, int longest) {
            for (PatternNode child : children) {
                child.write(to, choices, longest);
            }
        }
    }

    record Alternatives(List<PatternNode> children) implements PatternNode {

        @Override
        public void write(StringBuilder to, PortablePattern.Choices choices, int longest) {
            children.get(choices.one(children.size())).write(to, choices, longest);
        }
    }

    /** {@code most} is {@link Integer#MAX_VALUE} where there is no end. */
    record Repeat(PatternNode body, int least, int most) implements PatternNode {

        @Override
        public List<PatternNode> children() {
            return List.of(body);
        }

        @Override
        public void write(StringBuilder to, PortablePattern.Choices choices, int longest) {
            int times = choices.times(least, most);
            for (int i = 0; i < times && to.length() <= 2 * longest; i++) {
                body.write(to, choices, longest);
            }
        }
    }
}
