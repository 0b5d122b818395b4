/** Turns a plan into files in memory. Pure and deterministic; the home of FreeMarker. */
@NullMarked
package dev.pave.render;

import org.jspecify.annotations.NullMarked;
