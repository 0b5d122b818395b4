package dev.pave.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.catalogue.Templates;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Knowledge;
import dev.pave.persona.Persona;
import dev.pave.persona.PersonaReader;
import dev.pave.plan.Plan;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Generation in memory from a few files, all of it the real thing:
 *
 * <pre>{@code
 * generate(MINIMAL).with("paths/service/files/a.txt.ftl", "[=service.kebab]").file("a.txt")
 * }</pre>
 */
public final class Generation {

    /** A description with one resource, on the golden path of {@link MemoryTemplates}. */
    public static final String MINIMAL = """
            pave: 1
            name: student-records
            description: Students, courses and who takes what
            owner: team-registry
            path: service
            namespace: edu.example
            resources:
              student:
                fields:
                  email: {type: email, required: true, unique: true}
            """;

    private final String description;
    private final MemoryTemplates templates = new MemoryTemplates();
    private final List<Persona> personas = new ArrayList<>();

    private Generation(String description) {
        this.description = description;
    }

    public static Generation generate(String description) {
        return new Generation(description);
    }

    /** With a file of the template root; it replaces one at the same path. */
    public Generation with(String path, String text) {
        templates.with(path, text);
        return this;
    }

    /** With a template of the golden path, without its {@code files/} and {@code .ftl}. */
    public Generation template(String target, String text) {
        return with("paths/service/files/" + target + ".ftl", text);
    }

    /** With a persona whose bullets, from line 3 on, ask for these things. */
    public Generation persona(String id, String... bullets) {
        StringBuilder text = new StringBuilder("# Persona: " + id + "\n\n");
        for (String bullet : bullets) {
            text.append("- ").append(bullet).append('\n');
        }
        personas.addAll(PersonaReader.parse(id + ".md", text.toString()));
        return this;
    }

    public MemoryTemplates templates() {
        return templates;
    }

    public Plan plan() {
        return generator().plan(read());
    }

    public Rendering rendering() {
        return generated().rendering();
    }

    public Generator.Generated generated() {
        return generator().generate(read(), description);
    }

    /** A rendered file's text. */
    public String file(String path) {
        return rendered(path).text();
    }

    public RenderedFile rendered(String path) {
        Rendering rendering = rendering();
        return rendering
                .file(new ProjectPath(path))
                .orElseThrow(() -> new AssertionError("no " + path + " in " + rendering.files()));
    }

    /** The paths that are planned, in order. */
    public List<String> paths() {
        return plan().files().stream().map(file -> file.path().value()).toList();
    }

    /** What is wrong, each as a user reads it; empty where the generation succeeds. */
    public List<String> problems() {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, this::rendering);
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }

    private Generator generator() {
        return new Generator(
                new Knowledge(Templates.read(templates), Knowledge.catalogue(templates), personas), "1.2.3");
    }

    private ServiceDescription read() {
        return new ServiceDescriptionReader().read("pave.yaml", description);
    }
}
