/** What is wrong with a repository whatever anybody asks for, as far as its files alone can tell. */
@NullMarked
package dev.pave.verify.validate;

import org.jspecify.annotations.NullMarked;
