/** Decides what will be generated and why, before anything is rendered. Pure: the same inputs give the same plan. */
@NullMarked
package dev.pave.plan;

import org.jspecify.annotations.NullMarked;
