/** Writes a rendering into a directory, all at once or not at all, and compares a directory with a rendering. */
@NullMarked
package dev.pave.workspace;

import org.jspecify.annotations.NullMarked;
