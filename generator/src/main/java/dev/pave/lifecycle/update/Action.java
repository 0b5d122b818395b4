package dev.pave.lifecycle.update;

/** What an update does with a file. */
enum Action {
    NOTHING,
    /** The fresh render takes the place of what was generated. */
    TAKE,
    DELETE,
    MOVE,
    /** The user's file stays. */
    KEEP,
    /** Both changes, or a conflict where they touch. */
    MERGE,
    /** The user's edit against the template's deletion: a conflict. */
    EDIT_AGAINST_DELETE,
    MOVE_AND_MERGE,
    STAYS_DELETED,
    /** As {@link #STAYS_DELETED}, and the user is told that the template goes on without it. */
    STAYS_DELETED_REPORTED,
    /** The template's change follows the file to where the user has moved it. */
    FOLLOW,
    REPORT,
    /** A conflict, unless both are equal. */
    COMPARE,
    /** A conflict in which the user's file is not written to. */
    NEVER_OVERWRITE;

    /** The table: one row for each thing that the user can have done, one column for each that the template can. */
    static Action of(Yours yours, Theirs theirs) {
        return switch (yours) {
            case UNTOUCHED -> row(theirs, NOTHING, TAKE, DELETE, MOVE);
            case EDITED -> row(theirs, KEEP, MERGE, EDIT_AGAINST_DELETE, MOVE_AND_MERGE);
            case DELETED -> row(theirs, STAYS_DELETED, STAYS_DELETED_REPORTED, NOTHING, STAYS_DELETED_REPORTED);
            case MOVED -> row(theirs, KEEP, FOLLOW, REPORT, REPORT);
            case ADDED -> row(theirs, NOTHING, COMPARE, NOTHING, COMPARE);
            case IN_THE_WAY -> row(theirs, NOTHING, NEVER_OVERWRITE, NOTHING, NEVER_OVERWRITE);
        };
    }

    private static Action row(Theirs theirs, Action unchanged, Action changed, Action deleted, Action moved) {
        return switch (theirs) {
            case UNCHANGED -> unchanged;
            case CHANGED -> changed;
            case DELETED -> deleted;
            case MOVED -> moved;
        };
    }
}
