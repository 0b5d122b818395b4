@NullMarked
package dev.pave.lock;

import org.jspecify.annotations.NullMarked;
