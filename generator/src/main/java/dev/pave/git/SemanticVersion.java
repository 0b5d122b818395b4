package dev.pave.git;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org orders them. Build metadata is no part of it.
 *
 * @param core major, minor, patch
 * @param prerelease its identifiers; empty for a release
 */
record SemanticVersion(List<BigInteger> core, List<String> prerelease) implements Comparable<SemanticVersion> {

    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern FORM = Pattern.compile("v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");

    /** {@code 1.2.3}, {@code v1.2.3-rc.1}; empty for what is no version. */
    static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        List<String> prerelease =
                matcher.group(4) == null ? List.of() : List.of(matcher.group(4).split("\\."));
        boolean leadingZero = prerelease.stream()
                .anyMatch(part -> part.chars().allMatch(Character::isDigit)
                        && !NUMBER.matcher(part).matches());
        return leadingZero
                ? Optional.empty()
                : Optional.of(new SemanticVersion(
                        List.of(
                                new BigInteger(matcher.group(1)),
                                new BigInteger(matcher.group(2)),
                                new BigInteger(matcher.group(3))),
                        prerelease));
    }

    boolean isPrerelease() {
        return !prerelease.isEmpty();
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < core.size(); i++) {
            int order = core.get(i).compareTo(other.core.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (isPrerelease() != other.isPrerelease()) {
            return isPrerelease() ? -1 : 1;
        }
        for (int i = 0; i < Math.min(prerelease.size(), other.prerelease.size()); i++) {
            int order = IDENTIFIERS.compare(prerelease.get(i), other.prerelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    /** Numbers by value and before words, words by their characters. */
    private static final Comparator<String> IDENTIFIERS = (a, b) -> {
        boolean number = NUMBER.matcher(a).matches();
        if (number != NUMBER.matcher(b).matches()) {
            return number ? -1 : 1;
        }
        return number ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    };
}
