package dev.pave.lifecycle.update;

/** What the user has done with a generated file, or with its place. */
enum Yours {
    /** Nothing: it is as it was generated, or never was there. */
    UNTOUCHED,
    EDITED,
    DELETED,
    /** It is elsewhere now. */
    MOVED,
    /** A file that git tracks is where the template now makes one. */
    ADDED,
    /** Something that git does not track, or that is no file, is where the template makes one. */
    IN_THE_WAY
}
