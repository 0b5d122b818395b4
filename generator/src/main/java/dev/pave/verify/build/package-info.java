/** Builds and tests a repository for real. */
@NullMarked
package dev.pave.verify.build;

import org.jspecify.annotations.NullMarked;
