package dev.pave.plan;

/** What git records of a file besides its bytes. Pave writes no links. */
public enum FileMode {
    REGULAR,
    EXECUTABLE
}
