package dev.pave.workbench;

import dev.pave.catalogue.TemplateTree;
import dev.pave.catalogue.Templates;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.workbench.References.Kind;
import dev.pave.workbench.References.Reference;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether what templates name is there, and what is there is named. */
final class ReferenceLint {

    private static final String LIBRARY = "lib/";

    private final TemplateTree tree;
    private final Templates templates;
    private final Set<String> practices;
    private final References references;
    private final Problems problems;

    ReferenceLint(
            TemplateTree tree, Templates templates, Set<String> practices, References references, Problems problems) {
        this.tree = tree;
        this.templates = templates;
        this.practices = practices;
        this.references = references;
        this.problems = problems;
    }

    void all() {
        unknown(Kind.REGION, practices, "unknown-practice", "the catalogue has no practice");
        unknown(Kind.PRACTICE, practices, "unknown-practice", "the catalogue has no practice");
        SortedSet<String> slots = slots();
        unknown(Kind.SLOT, slots, "unknown-slot", "nobody declares the slot");
        SortedSet<String> versions = versions();
        unknown(Kind.VERSION, versions, "unknown-version", "versions/ has no");
        unknown(Kind.TEMPLATE, tree.paths(), "unknown-template", "there is no template");
        unusedSlots(slots);
        unusedLibrary();
        for (Reference pin : references.of(Kind.PIN)) {
            problems.add(
                    "version-in-template",
                    pin.place(),
                    "'" + pin.name() + "' is a version outside versions/, which no bot would update",
                    "put it into a file of versions/ and print it by [=versions…]");
        }
    }

    private void unknown(Kind kind, Collection<String> known, String code, String message) {
        for (Reference reference : references.of(kind)) {
            if (!known.contains(reference.name())) {
                problems.add(
                        code,
                        reference.place(),
                        message + " '" + reference.name() + "'",
                        Suggestion.remedy(reference.name(), known));
            }
        }
    }

    private SortedSet<String> slots() {
        SortedSet<String> slots = new TreeSet<>();
        templates
                .features()
                .values()
                .forEach(feature -> slots.addAll(feature.slots().keySet()));
        templates
                .goldenPaths()
                .values()
                .forEach(path -> slots.addAll(path.part().slots().keySet()));
        return slots;
    }

    private SortedSet<String> versions() {
        SortedSet<String> versions = new TreeSet<>();
        templates
                .versions()
                .forEach((ecosystem, names) -> names.keySet().forEach(name -> versions.add(ecosystem + "/" + name)));
        return versions;
    }

    private void unusedSlots(SortedSet<String> declared) {
        SortedSet<String> unused = new TreeSet<>(declared);
        references.of(Kind.SLOT).forEach(reference -> unused.remove(reference.name()));
        templates
                .features()
                .values()
                .forEach(feature -> feature.slots().forEach((name, slot) -> {
                    if (unused.contains(name)) {
                        problems.add("unused-slot", slot.location(), "no template prints the slot '" + name + "'", "");
                    }
                }));
    }

    private void unusedLibrary() {
        SortedSet<String> unused = new TreeSet<>(tree.paths().stream()
                .filter(path -> path.startsWith(LIBRARY) && path.endsWith(".ftl"))
                .toList());
        references.of(Kind.TEMPLATE).forEach(reference -> unused.remove(reference.name()));
        unused.forEach(path -> problems.add(
                "unused-file", Location.of(tree.sourceName(path)), "no template imports or includes this file", ""));
    }
}
