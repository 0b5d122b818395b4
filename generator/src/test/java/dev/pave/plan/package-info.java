@NullMarked
package dev.pave.plan;

import org.jspecify.annotations.NullMarked;
