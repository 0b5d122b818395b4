package dev.pave.lifecycle;

import dev.pave.catalogue.BundledFiles;
import dev.pave.catalogue.Catalogue;
import dev.pave.catalogue.CatalogueReader;
import dev.pave.catalogue.TemplateTree;
import dev.pave.catalogue.Templates;
import dev.pave.persona.Persona;
import dev.pave.persona.PersonaReader;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * All that Pave generates from besides the service description: templates, catalogue, personas. Bundled with Pave, or the user's own.
 *
 * @param personas each with its own id
 * @param root where the templates came from
 */
public record Knowledge(Templates templates, Catalogue catalogue, List<Persona> personas, TemplateRoot root) {

    /** From a tree that is bundled or in a directory. */
    public Knowledge(Templates templates, Catalogue catalogue, List<Persona> personas) {
        this(templates, catalogue, personas, TemplateRoot.of(templates.tree()));
    }

    /**
     * Reads what is bundled, replaced or extended by the user's own.
     *
     * @param templates a template root instead of the bundled one
     * @param personas files or directories with more personas; one with the id of a bundled persona takes its place
     * @throws InvalidInput with the faults of templates, catalogue or personas
     */
    public static Knowledge read(Optional<Path> templates, List<Path> personas) {
        return read(root(templates), personas);
    }

    /**
     * Reads a template root, and the personas.
     *
     * @throws InvalidInput as {@link #read(Optional, List)}
     */
    public static Knowledge read(TemplateRoot root, List<Path> personas) {
        TemplateTree tree = root.tree();
        // The three do not depend on each other, and Pave is mostly started for one short run.
        CompletableFuture<Catalogue> catalogue = CompletableFuture.supplyAsync(() -> catalogue(tree));
        CompletableFuture<List<Persona>> all = CompletableFuture.supplyAsync(() -> personas(personas));
        Templates read = Templates.read(tree);
        return new Knowledge(read, result(catalogue), result(all), root);
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InvalidInput invalid) {
                throw invalid;
            }
            throw e;
        }
    }

    /** The template root that is used. */
    public static TemplateTree tree(Optional<Path> templates) {
        return root(templates).tree();
    }

    private static TemplateRoot root(Optional<Path> templates) {
        return templates.map(TemplateRoot::directory).orElseGet(TemplateRoot::bundled);
    }

    /** The catalogue of a template root. */
    public static Catalogue catalogue(TemplateTree tree) {
        List<List<CatalogueReader.Document>> documents = CatalogueReader.FILES.stream()
                .map(file -> documents(tree, "catalogue/" + file))
                .toList();
        return CatalogueReader.parse(documents.get(0), documents.get(1), documents.get(2));
    }

    /** A file of the catalogue, from each layer that has it. */
    private static List<CatalogueReader.Document> documents(TemplateTree tree, String path) {
        List<CatalogueReader.Document> documents = tree.layers().stream()
                .flatMap(layer -> layer.bytes(path).stream()
                        .map(bytes -> new CatalogueReader.Document(
                                layer.sourceName(path), new String(bytes, StandardCharsets.UTF_8))))
                .toList();
        if (documents.isEmpty()) {
            throw new InvalidInput(new Problem(
                    "template-root",
                    Location.of(tree.name()),
                    "no " + path,
                    "a template root holds catalogue/, paths/, features/ and versions/"));
        }
        return documents;
    }

    /** The bundled personas, and those given; a given one takes the place of a bundled one with its id. */
    public static List<Persona> personas(List<Path> given) {
        Map<String, Persona> byId = new LinkedHashMap<>();
        bundledPersonas().forEach(persona -> byId.put(persona.id().value(), persona));
        if (!given.isEmpty()) {
            PersonaReader.read(given).forEach(persona -> byId.put(persona.id().value(), persona));
        }
        return new ArrayList<>(byId.values());
    }

    private static List<Persona> bundledPersonas() {
        TemplateTree bundled = BundledFiles.of("personas");
        return PersonaReader.parse(bundled.paths().stream()
                .filter(path -> path.endsWith(".md"))
                .map(path -> new PersonaReader.Document(
                        bundled.sourceName(path),
                        new String(bundled.bytes(path).orElseThrow(), StandardCharsets.UTF_8)))
                .toList());
    }
}
