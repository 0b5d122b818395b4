/** YAML as a tree that knows the line and column of every value: the form in which people write descriptions and manifests. */
@NullMarked
package dev.pave.yaml;

import org.jspecify.annotations.NullMarked;
