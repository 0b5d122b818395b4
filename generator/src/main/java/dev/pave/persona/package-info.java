/** Personas: what experts say good services look like, read line by line so that nothing they ask for is lost. */
@NullMarked
package dev.pave.persona;

import org.jspecify.annotations.NullMarked;
