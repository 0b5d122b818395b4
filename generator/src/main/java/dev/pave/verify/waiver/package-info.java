/** Findings that a repository accepts, with a reason and an end: {@code waivers.yaml}. */
@NullMarked
package dev.pave.verify.waiver;

import org.jspecify.annotations.NullMarked;
