/** Measures Pave in a warm virtual machine. */
@NullMarked
package dev.pave.bench;

import org.jspecify.annotations.NullMarked;
