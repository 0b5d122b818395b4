@NullMarked
package dev.pave.lifecycle;

import org.jspecify.annotations.NullMarked;
