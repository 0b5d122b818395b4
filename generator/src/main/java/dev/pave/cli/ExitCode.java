package dev.pave.cli;

/** How a command ends. */
final class ExitCode {

    static final int DONE = 0;
    /** Findings, or drift. */
    static final int FINDINGS = 1;
    /** The command line is not understood. */
    static final int USAGE = 2;
    /** A description, persona or template is invalid, or the place to write to is. */
    static final int INVALID_INPUT = 3;
    /** A merge left conflicts for a person. */
    static final int CONFLICTS = 4;
    /** A bug in Pave. */
    static final int BUG = 70;

    private ExitCode() {}
}
