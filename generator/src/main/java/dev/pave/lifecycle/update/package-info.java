/** The three-way merge of a repository with a fresh render: what to do with each file, and doing it all or not at all. */
@NullMarked
package dev.pave.lifecycle.update;

import org.jspecify.annotations.NullMarked;
