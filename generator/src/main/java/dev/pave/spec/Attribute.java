package dev.pave.spec;

import java.util.Optional;

/** What can be said about a field besides its type. Which type takes which, and within what limits, is in {@link FieldType}. */
public enum Attribute {
    REQUIRED("required", Kind.TRUTH, "whether every row has a value"),
    UNIQUE("unique", Kind.TRUTH, "whether no two rows have the same value"),
    DESCRIPTION("description", Kind.TEXT, "what the field means, for readers of the API and the schema"),
    MAX_LENGTH("max-length", Kind.COUNT, "the most characters (Unicode code points)"),
    MIN_LENGTH("min-length", Kind.COUNT, "the fewest characters (Unicode code points)"),
    PATTERN("pattern", Kind.PATTERN, "a regular expression that the whole value matches; needs `example`"),
    EXAMPLE("example", Kind.VALUE, "a value to show"),
    MIN("min", Kind.NUMBER, "the least value"),
    MAX("max", Kind.NUMBER, "the greatest value"),
    PRECISION("precision", Kind.COUNT, "how many digits in all"),
    SCALE("scale", Kind.COUNT, "how many digits after the point"),
    VALUES("values", Kind.CHOICES, "what may be chosen"),
    DEFAULT("default", Kind.VALUE, "the value where none is given"),
    TO("to", Kind.RESOURCE, "the resource that is referred to");

    /** What an attribute is written as. */
    public enum Kind {
        /** {@code true} or {@code false}; a {@link Boolean}. */
        TRUTH("true or false"),
        /** A {@link String}. */
        TEXT("text"),
        /** A whole number; an {@link Integer}. */
        COUNT("whole number"),
        /** A {@link java.math.BigDecimal}. */
        NUMBER("number"),
        /** A regular expression; a {@link String}. */
        PATTERN("regular expression"),
        /** A list of {@link Choice}. */
        CHOICES("list of words"),
        /** The {@link Name} of a resource. */
        RESOURCE("name of a resource"),
        /** A value of the field's own type: String, Long, BigDecimal or Boolean. */
        VALUE("value of the type");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final String key;
    private final Kind kind;
    private final String meaning;

    Attribute(String key, Kind kind, String meaning) {
        this.key = key;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** The attribute that is written so in a description. */
    public static Optional<Attribute> of(String key) {
        for (Attribute attribute : values()) {
            if (attribute.key.equals(key)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** As it is written in a description, {@code max-length}. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** What it says, half a sentence for the reference. */
    public String meaning() {
        return meaning;
    }
}
