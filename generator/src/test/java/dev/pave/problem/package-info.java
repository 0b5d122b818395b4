@NullMarked
package dev.pave.problem;

import org.jspecify.annotations.NullMarked;
