@NullMarked
package dev.pave.workbench;

import org.jspecify.annotations.NullMarked;
