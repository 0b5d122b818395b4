/** The product: what the bundled templates make of real descriptions. */
@NullMarked
package dev.pave.examples;

import org.jspecify.annotations.NullMarked;
