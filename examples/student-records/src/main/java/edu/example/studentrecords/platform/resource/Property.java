package edu.example.studentrecords.platform.resource;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that a list can be filtered by or ordered by.
 *
 * @param parse reads the value from text; an exception says that the text is no such value
 * @param read takes the value from an item; null where the list cannot be ordered by this property
 */
record Property<T>(
        String name,
        String column,
        Function<String, ?> parse,
        boolean filterable,
        @Nullable Function<T, ?> read) {

    String sortKey(T item) {
        return Values.print(Objects.requireNonNull(read).apply(item));
    }
}
