package dev.pave.lifecycle;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.TemplateTree;
import dev.pave.lock.Lock;
import dev.pave.lock.LockWriter;
import dev.pave.lock.LockedFile;
import dev.pave.lock.Sha256;
import dev.pave.lock.TemplateSource;
import dev.pave.persona.Line;
import dev.pave.persona.Persona;
import dev.pave.plan.FileMode;
import dev.pave.plan.Plan;
import dev.pave.plan.PlannedFile;
import dev.pave.plan.ProjectPath;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the lock of a rendering. */
final class LockMaker {

    private static final String MACROS = "lib/";

    private final String paveVersion;
    private final TemplateRoot root;

    /** @param root where the templates came from */
    LockMaker(String paveVersion, TemplateRoot root) {
        this.paveVersion = paveVersion;
        this.root = root;
    }

    /** @param personas those that the description selects */
    Lock make(Plan plan, Rendering rendering, List<Persona> personas) {
        Set<ProjectPath> once = plan.files().stream()
                .filter(PlannedFile::once)
                .map(PlannedFile::path)
                .collect(Collectors.toCollection(HashSet::new));
        SortedMap<String, Sha256> digests = new TreeMap<>();
        for (Persona persona : personas) {
            digests.put(
                    persona.id().value(),
                    Sha256.of(persona.lines().stream().map(Line::text).collect(Collectors.joining("\n"))));
        }
        Set<String> chosen = new HashSet<>(plan.path().requiredFeatures());
        chosen.addAll(plan.path().defaultFeatures());
        plan.description().features().add().forEach(selected -> chosen.add(selected.id()));
        return new Lock(
                paveVersion,
                source(plan),
                digests,
                ids(plan).filter(chosen::contains).toList(),
                ids(plan).filter(id -> !chosen.contains(id)).toList(),
                Lock.byPath(rendering.files().stream()
                        .map(file -> LockedFile.of(file, once.contains(file.path())))
                        .toList()));
    }

    private static Stream<String> ids(Plan plan) {
        return plan.features().stream().map(Feature::id);
    }

    /** The lock as one of the repository's files. */
    static RenderedFile file(Plan plan, Lock lock) {
        return new RenderedFile(
                Lock.PATH, LockWriter.write(lock), FileMode.REGULAR, plan.path().id(), "", List.of());
    }

    private TemplateSource source(Plan plan) {
        return new TemplateSource(
                root.kind(),
                root.kind() == TemplateSource.Kind.BUNDLED ? Optional.of(paveVersion) : Optional.empty(),
                root.git(),
                digest(plan, plan.templates().tree()));
    }

    /** Of what the parts of this repository are made from: a change to another golden path does not make its templates newer. */
    private static Sha256 digest(Plan plan, TemplateTree tree) {
        List<String> roots = new ArrayList<>(List.of(MACROS, plan.path().part().root() + "/"));
        plan.features().forEach(feature -> roots.add(feature.root() + "/"));
        StringBuilder names = new StringBuilder();
        for (String path : tree.paths()) {
            if (roots.stream().anyMatch(path::startsWith)) {
                names.append(Sha256.of(tree.bytes(path).orElseThrow()))
                        .append(' ')
                        .append(path)
                        .append('\n');
            }
        }
        return Sha256.of(names.toString());
    }
}
