package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.List;
import java.util.Map;

/**
 * A part of a generated repository that works on every golden path, as its manifest {@code feature.yaml} describes it. A golden path has the same parts and
 * a few of its own: {@link GoldenPath}.
 *
 * @param summary one line for people who choose
 * @param requires ids of the features that come along
 * @param practices ids of the practices that it asks for by itself, whatever the personas say: it would not work without them
 * @param facts data for templates: maps, lists, texts, numbers, truth values; texts may hold {@code [=…]} placeholders
 * @param slots what others may contribute, by the slot's own name
 * @param contributions data for the slots of others, in the order of the manifest
 * @param fileRules what differs from the default, in the order of the manifest
 * @param files paths of its files, relative to its folder {@code files/}, sorted
 * @param root its folder, relative to the template root, as {@code features/kubernetes}
 */
public record Feature(
        String id,
        String title,
        String summary,
        List<String> requires,
        List<String> practices,
        Map<String, Object> facts,
        Map<String, Slot> slots,
        List<Contribution> contributions,
        List<FileRule> fileRules,
        List<String> files,
        String root,
        Location location) {

    /** The template path of one of its files. */
    public String templatePath(String file) {
        return root + "/files/" + file;
    }
}
