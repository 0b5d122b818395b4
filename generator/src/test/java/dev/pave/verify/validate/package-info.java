@NullMarked
package dev.pave.verify.validate;

import org.jspecify.annotations.NullMarked;
