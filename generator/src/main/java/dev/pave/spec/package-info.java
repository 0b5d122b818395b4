/** What the user asks for: the service description of {@code pave.yaml}, its names, resources and fields, read, written and sampled. */
@NullMarked
package dev.pave.spec;

import org.jspecify.annotations.NullMarked;
