package dev.pave.verify.rule;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a repository is judged by.
 *
 * @param practices ids of the practices that somebody asks for, with the figure that holds for each; 0 where it has none
 * @param parts ids of the golden path and the features whose rules apply
 * @param path facts of the golden path; empty where it is not known
 */
public record Asked(SortedMap<String, Double> practices, Set<String> parts, Map<String, Object> path) {}
