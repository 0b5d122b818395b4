@NullMarked
package dev.pave.git;

import org.jspecify.annotations.NullMarked;
