/** Judges a repository by the rules of {@code rules.yaml}: reads what a rule looks at, evaluates its expression, says which lines break it. */
@NullMarked
package dev.pave.verify.rule;

import org.jspecify.annotations.NullMarked;
