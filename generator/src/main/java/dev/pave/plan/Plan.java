package dev.pave.plan;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Templates;
import dev.pave.spec.ServiceDescription;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What will be generated, and why.
 *
 * @param features selected and implied, each after those that it requires
 * @param practices every practice of the catalogue, by id
 * @param decisions in the order in which they were taken
 * @param files sorted by path
 * @param model what every template sees: maps, lists, texts, numbers and truth values
 */
public record Plan(
        ServiceDescription description,
        Templates templates,
        GoldenPath path,
        List<Feature> features,
        SortedMap<String, PracticeStatus> practices,
        List<Decision> decisions,
        List<PlannedFile> files,
        Map<String, Object> model) {}
