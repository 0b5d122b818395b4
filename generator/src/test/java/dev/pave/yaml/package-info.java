@NullMarked
package dev.pave.yaml;

import org.jspecify.annotations.NullMarked;
