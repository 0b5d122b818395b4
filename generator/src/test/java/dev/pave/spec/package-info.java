@NullMarked
package dev.pave.spec;

import org.jspecify.annotations.NullMarked;
