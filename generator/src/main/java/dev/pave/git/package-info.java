/**
 * The home of JGit: the first commit of a generated repository, object ids, ignore rules. Reads the user's Git configuration and never
 * writes it.
 */
@NullMarked
package dev.pave.git;

import org.jspecify.annotations.NullMarked;
