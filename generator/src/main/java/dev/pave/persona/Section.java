package dev.pave.persona;

import dev.pave.problem.Location;
import java.util.List;

/**
 * What stands under one heading, without what stands under the headings below it.
 *
 * @param path the headings from the outermost to this one; empty for what precedes the first
 */
public record Section(List<String> path, Location location, List<Item> items) {

    public Section {
        path = List.copyOf(path);
        items = List.copyOf(items);
    }

    public String title() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
}
