package dev.pave.verify.validate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The form that a value of a YAML document must have. */
sealed interface Shape {

    /** Kinds of scalars. */
    enum Kind {
        TEXT("a text"),
        BOOL("a truth value"),
        INT("a whole number"),
        NUMBER("a number");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whatever there is. */
    record Any() implements Shape {}

    /** A scalar of this kind. */
    record Scalar(Kind kind) implements Shape {}

    /** One of these words. */
    record Word(List<String> words) implements Shape {}

    /** A list, every item of one shape. */
    record ListOf(Shape item) implements Shape {}

    /** A mapping of known fields. */
    record Fields(SortedMap<String, Field> fields, Optional<Shape> others) implements Shape {}

    /** One of several. */
    record Either(List<Shape> choices) implements Shape {}

    /** A shape of its own name, looked up when it is needed: types refer to themselves. */
    record Named(String name, Supplier<Shape> shape) implements Shape {}

    /** A field of a mapping. */
    record Field(Shape shape, boolean required) {}

    /** A mapping whose keys are anybody's choice. */
    static Shape mapOf(Shape value) {
        return new Fields(new TreeMap<>(), Optional.of(value));
    }
}
