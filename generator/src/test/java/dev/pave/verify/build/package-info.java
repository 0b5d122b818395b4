@NullMarked
package dev.pave.verify.build;

import org.jspecify.annotations.NullMarked;
