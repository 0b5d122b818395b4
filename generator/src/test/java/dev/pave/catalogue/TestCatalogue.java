package dev.pave.catalogue;

import dev.pave.persona.PersonaReader;
import java.nio.file.Path;
import java.util.List;

/** The catalogue of the project, and personas made of one section. */
final class TestCatalogue {

    private static final Catalogue BUNDLED = CatalogueReader.read(Path.of("..", "templates", "catalogue"));

    private TestCatalogue() {}

    static Catalogue bundled() {
        return BUNDLED;
    }

    /** The reading of one bullet with the project's catalogue. */
    static Reading bullet(String text) {
        Recognition recognition =
                Recognition.of(PersonaReader.parse("p.md", "# Persona: p\n\n- " + text + "\n"), bundled());
        List<Reading> readings = recognition.personas().get(0).readings();
        if (readings.size() != 1) {
            throw new IllegalArgumentException("not one bullet: " + text);
        }
        return readings.get(0);
    }

    static List<String> practices(String text) {
        return bullet(text).practices().stream()
                .map(mention -> mention.practice().id().value())
                .toList();
    }

    static List<String> technologies(String text) {
        return bullet(text).technologies().stream()
                .map(mention -> mention.technology().id().value())
                .toList();
    }
}
