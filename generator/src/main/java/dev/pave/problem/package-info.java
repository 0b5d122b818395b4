/** What can be wrong with an input, where, and what to do about it. Depends on nothing but the JDK and a string library. */
@NullMarked
package dev.pave.problem;

import org.jspecify.annotations.NullMarked;
