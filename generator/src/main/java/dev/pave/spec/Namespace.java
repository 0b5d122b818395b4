package dev.pave.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whose service it is: a Java package, an npm scope, the prefix of a Python package, and, backwards, a domain.
 *
 * @param dotted parts of lower case letters and digits between dots, as {@code edu.example}
 */
public record Namespace(String dotted) {

    public static final int LONGEST = 100;
    static final String FORM = "^[a-z][a-z0-9]*([.][a-z][a-z0-9]*)*$";

    public Namespace {
        refusal(dotted).ifPresent(reason -> {
            throw new IllegalArgumentException("not a namespace: '" + dotted + "', " + reason);
        });
    }

    /** Why a text cannot be a namespace. */
    static Optional<String> refusal(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        for (String part : text.split("[.]", -1)) {
            if (!Name.isName(part) || part.indexOf('-') >= 0) {
                return Optional.of("'" + part + "' is no part of a Java package");
            }
            if (Identifiers.isReservedInJava(part)) {
                return Optional.of("'" + part + "' is a word of the Java language");
            }
        }
        return Optional.empty();
    }

    /** {@code edu}, {@code example} */
    public List<String> parts() {
        return List.of(dotted.split("[.]", -1));
    }

    /** The host that the namespace is written after, {@code example.edu}. */
    public String domain() {
        List<String> parts = new ArrayList<>(parts());
        Collections.reverse(parts);
        return String.join(".", parts);
    }

    @Override
    public String toString() {
        return dotted;
    }
}
