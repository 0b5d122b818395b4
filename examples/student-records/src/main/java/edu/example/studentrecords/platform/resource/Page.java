package edu.example.studentrecords.platform.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list, with the way to the next part. */
public record Page<T>(List<T> items, Links links) {

    public record Links(String self, @Nullable String next) {}
}
