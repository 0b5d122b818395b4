/** {@code pave.lock}: what a repository was generated from, and the names of the bytes that were written. */
@NullMarked
package dev.pave.lock;

import org.jspecify.annotations.NullMarked;
