package dev.pave.spec;

import java.util.Optional;
import java.util.Set;
import org.atteo.evo.inflector.English;

/**
 * A name made of words, in all the forms in which a repository writes it.
 *
 * @param kebab words of lower case letters and digits between hyphens; the name begins with a letter
 */
public record Name(String kebab) implements Comparable<Name> {

    /** So that a name and what is derived from it stay readable, and within the 63 bytes that PostgreSQL keeps. */
    public static final int LONGEST = 40;

    /** The form of a name as a regular expression of JSON Schema. */
    static final String FORM = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /** Words without a plural of their own that the library would inflect. */
    private static final Set<String> UNCOUNTABLE = Set.of(
            "advice",
            "cash",
            "content",
            "data",
            "equipment",
            "evidence",
            "feedback",
            "furniture",
            "goods",
            "hardware",
            "info",
            "information",
            "inventory",
            "knowledge",
            "logistics",
            "luggage",
            "machinery",
            "media",
            "merchandise",
            "metadata",
            "money",
            "music",
            "payroll",
            "people",
            "progress",
            "research",
            "software",
            "staff",
            "stuff",
            "traffic",
            "training",
            "weather");

    public Name {
        if (!isName(kebab)) {
            throw new IllegalArgumentException("not a name: '" + kebab + "'");
        }
    }

    /** The name that is written so, if it is one. */
    public static Optional<Name> parse(String kebab) {
        return isName(kebab) ? Optional.of(new Name(kebab)) : Optional.empty();
    }

    /** Whether a text has the form of a name, of any length up to {@link #LONGEST}. */
    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetter(text.charAt(0))) {
            return false;
        }
        char before = 'a';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code academic_year} */
    public String snake() {
        return kebab.replace('-', '_');
    }

    /** {@code academicYear} */
    public String camel() {
        return joined(false);
    }

    /** {@code AcademicYear} */
    public String pascal() {
        return joined(true);
    }

    /** {@code ACADEMIC_YEAR} */
    public String constant() {
        StringBuilder result = new StringBuilder(kebab.length());
        for (int i = 0; i < kebab.length(); i++) {
            char c = kebab.charAt(i);
            result.append(c == '-' ? '_' : upper(c));
        }
        return result.toString();
    }

    /** {@code academicyear}, as a Java or Python package is named. */
    public String flat() {
        return kebab.replace("-", "");
    }

    /** {@code academic year} */
    public String words() {
        return kebab.replace('-', ' ');
    }

    /** {@code Academic year} */
    public String title() {
        return upper(kebab.charAt(0)) + words().substring(1);
    }

    /** This name with a word after it. */
    public Name with(String word) {
        return new Name(kebab + "-" + word);
    }

    /**
     * The name of many, its last word in the English plural; a word without a plural stays.
     *
     * @throws IllegalArgumentException if the plural is longer than {@link #LONGEST}
     */
    public Name plural() {
        int start = kebab.lastIndexOf('-') + 1;
        return new Name(kebab.substring(0, start) + plural(kebab.substring(start)));
    }

    private static String plural(String word) {
        if (UNCOUNTABLE.contains(word)) {
            return word;
        }
        if (word.equals("person")) {
            return "people";
        }
        boolean spoken = word.length() > 1 && word.chars().allMatch(c -> isLetter((char) c));
        return spoken ? English.plural(word) : word + "s";
    }

    private String joined(boolean startsWord) {
        StringBuilder result = new StringBuilder(kebab.length());
        boolean start = startsWord;
        for (int i = 0; i < kebab.length(); i++) {
            char c = kebab.charAt(i);
            if (c == '-') {
                start = true;
            } else {
                result.append(start ? upper(c) : c);
                start = false;
            }
        }
        return result.toString();
    }

    private static char upper(char c) {
        return isLetter(c) ? (char) (c - 'a' + 'A') : c;
    }

    @Override
    public int compareTo(Name other) {
        return kebab.compareTo(other.kebab);
    }

    @Override
    public String toString() {
        return kebab;
    }
}
