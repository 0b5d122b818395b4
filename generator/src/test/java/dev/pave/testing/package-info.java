/** What several tests share. */
@NullMarked
package dev.pave.testing;

import org.jspecify.annotations.NullMarked;
