@NullMarked
package dev.pave.lifecycle.update;

import org.jspecify.annotations.NullMarked;
