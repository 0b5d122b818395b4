/** What was found, for people and for programs. Nothing here prints or writes a file. */
@NullMarked
package dev.pave.verify.report;

import org.jspecify.annotations.NullMarked;
