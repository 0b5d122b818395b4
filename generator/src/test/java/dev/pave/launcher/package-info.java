/** The script that starts Pave, in the shell that a user has. */
@NullMarked
package dev.pave.launcher;

import org.jspecify.annotations.NullMarked;
