@NullMarked
package dev.pave.verify.waiver;

import org.jspecify.annotations.NullMarked;
