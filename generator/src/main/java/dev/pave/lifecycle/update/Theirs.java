package dev.pave.lifecycle.update;

/** What became of a file in the fresh render. */
enum Theirs {
    UNCHANGED,
    /** Other bytes or another mode, or made for the first time. */
    CHANGED,
    /** No longer made. */
    DELETED,
    /** Made elsewhere. */
    MOVED
}
