package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.List;
import java.util.Map;

/**
 * A kind of service, as its manifest {@code path.yaml} describes it.
 *
 * @param part what it has in common with a feature
 * @param requiredFeatures ids of features without which its repositories do not work
 * @param defaultFeatures ids of features that are in unless the description removes them
 * @param detect patterns of files by which an existing repository is known to be of this kind: one of them is there
 * @param needsResources whether its repositories do not work without a resource
 * @param options what a description may choose, by name
 */
public record GoldenPath(
        Feature part,
        List<String> requiredFeatures,
        List<String> defaultFeatures,
        List<String> detect,
        boolean needsResources,
        Map<String, OptionRule> options) {

    public String id() {
        return part.id();
    }

    /**
     * A choice that the description may make.
     *
     * @param values the values it may have: texts, whole numbers or truth values
     * @param fallback the value where the description is silent; one of {@code values}
     */
    public record OptionRule(String title, List<Object> values, Object fallback, Location location) {}
}
