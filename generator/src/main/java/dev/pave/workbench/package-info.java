/** For those who write templates: what is wrong with a template root, found without a user having to stumble on it. */
@NullMarked
package dev.pave.workbench;

import org.jspecify.annotations.NullMarked;
