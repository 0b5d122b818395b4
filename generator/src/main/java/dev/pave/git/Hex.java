package dev.pave.git;

/** What the ids of git's objects look like in a repository that hashes with SHA-1. */
final class Hex {

    private static final int DIGITS = 40;

    private Hex() {}

    static void check(String hex) {
        boolean good =
                hex.length() == DIGITS && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!good) {
            throw new IllegalArgumentException(
                    "'" + hex + "' is not an object id: 40 hexadecimal digits in lower case");
        }
    }
}
