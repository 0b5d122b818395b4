/** The use cases, from inputs to a repository on disk. */
@NullMarked
package dev.pave.lifecycle;

import org.jspecify.annotations.NullMarked;
