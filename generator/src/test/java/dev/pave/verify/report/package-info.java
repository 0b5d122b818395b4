@NullMarked
package dev.pave.verify.report;

import org.jspecify.annotations.NullMarked;
