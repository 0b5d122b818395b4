/** The practices and technologies that Pave knows, and how it recognises them in a persona, in any language. */
@NullMarked
package dev.pave.catalogue;

import org.jspecify.annotations.NullMarked;
