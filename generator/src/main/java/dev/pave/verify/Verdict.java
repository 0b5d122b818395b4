package dev.pave.verify;

import java.util.Locale;

/** Whether a repository keeps a practice. */
public enum Verdict {
    /** At least one rule had something to look at, and none found fault. */
    HOLDS,
    /** A rule found fault. */
    FAILS,
    /** No rule found anything to look at. */
    CANNOT_BE_JUDGED;

    /** In words: {@code cannot be judged}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
