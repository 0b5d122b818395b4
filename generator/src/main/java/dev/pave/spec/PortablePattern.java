package dev.pave.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A regular expression that means the same to Java, JavaScript, Python, PostgreSQL and JSON Schema, matches whole values, and takes no exponential time in
 * an engine that backtracks. It is read by its own small grammar, so that what is not understood is refused, and so that values can be made
 * that match it.
 */
final class PortablePattern {

    static final int LONGEST = 200;
    private static final int MOST_SAMPLES = 500;

    private final String text;
    private final PatternNode root;

    private PortablePattern(String text, PatternNode root) {
        this.text = text;
        this.root = root;
    }

    /** A pattern cannot be used; the message says why, in the form of a problem. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String remedy;

        Refused(String message, String remedy) {
            super(message, null, false, false);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    static PortablePattern parse(String text) throws Refused {
        if (text.length() > LONGEST) {
            throw new Refused("has more than " + LONGEST + " characters", "");
        }
        PatternNode root = new PatternParser(text).parse();
        refuseExponential(root);
        Automaton whole = Automaton.of(root);
        if (!whole.isDeterministic() && wideRepeats(root) > 2) {
            throw new Refused(
                    "takes too long on some values, because its repetitions overlap",
                    "let a character that the others do not have stand between repetitions");
        }
        return new PortablePattern(text, root);
    }

    private static void refuseExponential(PatternNode node) throws Refused {
        if (node instanceof PatternNode.Repeat repeat) {
            boolean simple = repeat.body() instanceof PatternNode.Characters;
            if (repeat.most() > 1 && !simple && !Automaton.of(repeat).isDeterministic()) {
                throw new Refused(
                        "takes exponential time on some values, because a repeated group can match in several ways",
                        "let the group begin or end with a character that the rest of it does not have, as in '^[a-z]+(-[a-z]+)*$'");
            }
        }
        for (PatternNode child : node.children()) {
            refuseExponential(child);
        }
    }

    private static int wideRepeats(PatternNode node) {
        int count = node instanceof PatternNode.Repeat repeat && repeat.most() - repeat.least() > 50 ? 1 : 0;
        for (PatternNode child : node.children()) {
            count += wideRepeats(child);
        }
        return count;
    }

    /** Whether a whole value matches. */
    Predicate<String> matcher() {
        return Pattern.compile(text).asMatchPredicate();
    }

    /** Different values that match, of a length between the limits, at most a few hundred; the same on every run. */
    List<String> samples(int minLength, int maxLength) {
        Set<String> result = new LinkedHashSet<>();
        for (int extra = 0;
                extra <= maxLength && result.size() < MOST_SAMPLES;
                extra = extra < 8 ? extra + 1 : extra * 2) {
            for (long index = 0; index < 4L * MOST_SAMPLES && result.size() < MOST_SAMPLES; index++) {
                Choices choices = new Choices(index, extra);
                StringBuilder value = new StringBuilder();
                root.write(value, choices, maxLength);
                int length = value.codePointCount(0, value.length());
                if (length >= minLength && length <= maxLength) {
                    result.add(value.toString());
                }
                if (choices.isExhausted()) {
                    break;
                }
            }
        }
        return List.copyOf(result);
    }

    /** Decides what a sample takes where the pattern leaves a choice: the digits of its number, in a base that changes from choice to choice. */
    static final class Choices {

        private final int extra;
        private long rest;

        Choices(long index, int extra) {
            this.rest = index;
            this.extra = extra;
        }

        int one(int of) {
            int digit = (int) (rest % of);
            rest /= of;
            return digit;
        }

        /** How often to repeat what may be repeated. */
        int times(int least, int most) {
            return (int) Math.min(most, (long) least + extra);
        }

        /** The number was greater than there are samples. */
        boolean isExhausted() {
            return rest > 0;
        }
    }

    /**
     * The position automaton of Glushkov. Deterministic: after any character at most one position of the pattern takes the next, and there is
     * one way to it; in {@code (a+)+} there are two.
     */
    private static final class Automaton {

        private static final int MOST_POSITIONS = 600;

        private final List<PatternNode.Characters> positions = new ArrayList<>();
        private final List<BitSet> follow = new ArrayList<>();
        private boolean severalWays;

        static Automaton of(PatternNode node) throws Refused {
            Automaton automaton = new Automaton();
            BitSet start = automaton.add(node).first;
            automaton.severalWays |= !automaton.isUnambiguous(start);
            return automaton;
        }

        private record Part(boolean nullable, BitSet first, BitSet last) {}

        private Part add(PatternNode node) throws Refused {
            if (node instanceof PatternNode.Characters characters) {
                if (positions.size() == MOST_POSITIONS) {
                    throw new Refused("repeats too much", "use max-length for the length of the whole");
                }
                BitSet self = new BitSet();
                self.set(positions.size());
                positions.add(characters);
                follow.add(new BitSet());
                return new Part(false, self, (BitSet) self.clone());
            }
            if (node instanceof PatternNode.Repeat repeat) {
                return repeat(repeat);
            }
            Part result = new Part(node instanceof PatternNode.Sequence, new BitSet(), new BitSet());
            for (PatternNode child : node.children()) {
                Part part = add(child);
                result = node instanceof PatternNode.Sequence ? join(result, part) : either(result, part);
            }
            return result;
        }

        private Part repeat(PatternNode.Repeat repeat) throws Refused {
            if (repeat.least() == repeat.most()) {
                Part result = new Part(true, new BitSet(), new BitSet());
                for (int i = 0; i < repeat.least(); i++) {
                    result = join(result, add(repeat.body()));
                }
                return result;
            }
            Part body = add(repeat.body());
            if (repeat.most() > 1) {
                connect(body.last, body.first);
            }
            return new Part(body.nullable || repeat.least() == 0, body.first, body.last);
        }

        private Part join(Part left, Part right) {
            connect(left.last, right.first);
            BitSet first = (BitSet) left.first.clone();
            if (left.nullable) {
                first.or(right.first);
            }
            BitSet last = (BitSet) right.last.clone();
            if (right.nullable) {
                last.or(left.last);
            }
            return new Part(left.nullable && right.nullable, first, last);
        }

        private static Part either(Part left, Part right) {
            BitSet first = (BitSet) left.first.clone();
            first.or(right.first);
            BitSet last = (BitSet) left.last.clone();
            last.or(right.last);
            return new Part(left.nullable || right.nullable, first, last);
        }

        private void connect(BitSet from, BitSet to) {
            from.stream().mapToObj(follow::get).forEach(next -> {
                severalWays |= next.intersects(to);
                next.or(to);
            });
        }

        boolean isDeterministic() {
            return !severalWays && follow.stream().allMatch(this::isUnambiguous);
        }

        private boolean isUnambiguous(BitSet next) {
            int[] list = next.stream().toArray();
            for (int i = 0; i < list.length; i++) {
                for (int j = i + 1; j < list.length; j++) {
                    if (positions.get(list[i]).overlaps(positions.get(list[j]))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** The pattern of a field that was read, which is known to be good. */
    static Optional<PortablePattern> of(Field field) {
        return field.pattern().map(text -> {
            try {
                return parse(text);
            } catch (Refused e) {
                throw new IllegalArgumentException("the pattern '" + text + "' " + e.getMessage(), e);
            }
        });
    }
}
