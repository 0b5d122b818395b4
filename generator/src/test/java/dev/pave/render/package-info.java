@NullMarked
package dev.pave.render;

import org.jspecify.annotations.NullMarked;
