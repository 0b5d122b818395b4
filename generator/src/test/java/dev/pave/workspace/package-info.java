@NullMarked
package dev.pave.workspace;

import org.jspecify.annotations.NullMarked;
