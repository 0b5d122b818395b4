@NullMarked
package dev.pave.cli;

import org.jspecify.annotations.NullMarked;
