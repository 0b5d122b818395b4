package dev.pave.spec;

import java.util.List;

/** How the features differ from those that the golden path brings by itself; in the order of the description. */
public record FeatureSelection(List<Selected> add, List<Selected> remove) {

    public FeatureSelection {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }
}
