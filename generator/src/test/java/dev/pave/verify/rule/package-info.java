@NullMarked
package dev.pave.verify.rule;

import org.jspecify.annotations.NullMarked;
