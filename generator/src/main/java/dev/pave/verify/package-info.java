/** Which practices a repository keeps: rules, validators, and what they found. */
@NullMarked
package dev.pave.verify;

import org.jspecify.annotations.NullMarked;
