/** The command line: one class per command, printing, exit codes. The only place that prints or ends the process. */
@NullMarked
package dev.pave.cli;

import org.jspecify.annotations.NullMarked;
