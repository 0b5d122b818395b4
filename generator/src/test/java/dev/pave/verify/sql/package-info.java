@NullMarked
package dev.pave.verify.sql;

import org.jspecify.annotations.NullMarked;
