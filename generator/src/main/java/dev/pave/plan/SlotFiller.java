package dev.pave.plan;

import dev.pave.catalogue.Contribution;
import dev.pave.catalogue.Feature;
import dev.pave.catalogue.Slot;
import dev.pave.catalogue.Templates;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what parts contribute into the slots of others, as the slots declare it. */
final class SlotFiller {

    private static final String PRACTICE = "practice";

    private final Templates templates;
    private final SortedMap<String, PracticeStatus> asked;
    private final Problems problems;

    /** @param asked every practice of the catalogue, with those who ask for it in this repository */
    SlotFiller(Templates templates, SortedMap<String, PracticeStatus> asked, Problems problems) {
        this.templates = templates;
        this.asked = asked;
        this.problems = problems;
    }

    /** The items of every slot of the selected parts, in the order of the parts that contribute them. */
    Map<String, Object> fill(List<Feature> parts, Map<String, Map<String, Object>> models) {
        Map<String, List<Object>> slots = new TreeMap<>();
        Map<String, Slot> declared = new TreeMap<>();
        for (Feature part : parts) {
            part.slots().forEach((name, slot) -> {
                declared.put(name, slot);
                slots.put(name, new ArrayList<>());
            });
        }
        for (Feature part : parts) {
            for (Contribution contribution : part.contributions()) {
                Slot slot = declared.get(contribution.slot());
                if (!isWanted(contribution)) {
                    continue;
                }
                if (slot == null) {
                    checkExists(contribution);
                } else if (fits(contribution, slot)) {
                    try {
                        slots.get(slot.name()).add(Placeholders.fillAll(contribution.item(), models.get(part.id())));
                    } catch (Placeholders.Unknown e) {
                        problems.add("manifest", contribution.location(), e.getMessage(), "");
                    }
                }
            }
        }
        return new LinkedHashMap<>(slots);
    }

    /** An item with the key {@code practice} counts only where that practice is in force, as the file that it speaks of. */
    private boolean isWanted(Contribution contribution) {
        Object practice = contribution.item().get(PRACTICE);
        if (practice == null) {
            return true;
        }
        PracticeStatus status = asked.get(practice.toString());
        if (status == null) {
            problems.add(
                    "unknown-practice",
                    contribution.location(),
                    "the catalogue has no practice '" + practice + "'",
                    Suggestion.remedy(practice.toString(), asked.keySet()));
            return false;
        }
        return status.inForce();
    }

    /** A slot may be missing because its owner is not selected, but somebody must declare it. */
    private void checkExists(Contribution contribution) {
        Set<String> all = new LinkedHashSet<>();
        templates
                .features()
                .values()
                .forEach(feature -> all.addAll(feature.slots().keySet()));
        templates
                .goldenPaths()
                .values()
                .forEach(path -> all.addAll(path.part().slots().keySet()));
        if (!all.contains(contribution.slot())) {
            problems.add(
                    "unknown-slot",
                    contribution.location(),
                    "nobody declares the slot '" + contribution.slot() + "'",
                    Suggestion.remedy(contribution.slot(), all));
        }
    }

    private boolean fits(Contribution contribution, Slot slot) {
        boolean fits = true;
        Location place = contribution.location();
        for (String key : slot.required()) {
            if (!contribution.item().containsKey(key)) {
                problems.add("slot-item", place, "an item of " + slot.name() + " needs '" + key + "'", "");
                fits = false;
            }
        }
        for (String key : contribution.item().keySet()) {
            if (!slot.required().contains(key) && !slot.optional().contains(key) && !key.equals(PRACTICE)) {
                Set<String> keys = new LinkedHashSet<>(slot.required());
                keys.addAll(slot.optional());
                problems.add(
                        "slot-item",
                        place,
                        "an item of " + slot.name() + " has no '" + key + "'",
                        Suggestion.remedy(key, keys));
                fits = false;
            }
        }
        return fits;
    }
}
