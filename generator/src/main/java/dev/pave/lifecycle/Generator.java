package dev.pave.lifecycle;

import dev.pave.catalogue.Recognition;
import dev.pave.lock.Lock;
import dev.pave.persona.Persona;
import dev.pave.plan.Plan;
import dev.pave.plan.Planner;
import dev.pave.plan.PracticeStatus;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problems;
import dev.pave.problem.Suggestion;
import dev.pave.render.RenderedFile;
import dev.pave.render.Renderer;
import dev.pave.render.Rendering;
import dev.pave.spec.PersonaSelection;
import dev.pave.spec.Selected;
import dev.pave.spec.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes a plan, and from it a rendering, of a service description. Every command that needs either goes through here, so none can differ from another. */
public final class Generator {

    private final Knowledge knowledge;
    private final String paveVersion;
    private final Renderer renderer;

    public Generator(Knowledge knowledge, String paveVersion) {
        this.knowledge = knowledge;
        this.paveVersion = paveVersion;
        this.renderer = new Renderer(knowledge.templates());
    }

    /**
     * A rendering with the plan that it came from. The rendering has the lock as one of its files.
     *
     * @param text the description as it stands in the repository's {@code pave.yaml}
     */
    public record Generated(Plan plan, Rendering rendering, Lock lock, String text) {}

    /** @throws InvalidInput with all that is wrong with the description in the light of the templates */
    public Plan plan(ServiceDescription description) {
        return plan(description, planner -> planner);
    }

    private Plan plan(ServiceDescription description, UnaryOperator<Planner> change) {
        Problems problems = new Problems();
        Recognition recognition = Recognition.of(selected(description.personas(), problems), knowledge.catalogue());
        Planner planner =
                new Planner(knowledge.templates(), PracticeStatus.all(knowledge.catalogue(), recognition), paveVersion);
        try {
            Plan plan = change.apply(planner).plan(description);
            problems.throwIfAny();
            return plan;
        } catch (InvalidInput e) {
            e.problems().forEach(problems::add);
            throw new InvalidInput(problems.list());
        }
    }

    /** @throws InvalidInput as {@link #plan}, and with the faults of templates */
    public Generated generate(ServiceDescription description, String text) {
        return generated(plan(description), description, text);
    }

    /** As {@link #generate}, as if nobody asked for a practice: what the proof of a rule compares with. */
    public Generated generateWithout(String practice, ServiceDescription description, String text) {
        return generated(plan(description, planner -> planner.without(practice)), description, text);
    }

    private Generated generated(Plan plan, ServiceDescription description, String text) {
        Rendering rendering = renderer.render(plan, text);
        Lock lock = new LockMaker(paveVersion, knowledge.root())
                .make(plan, rendering, selected(description.personas(), new Problems()));
        List<RenderedFile> files = new ArrayList<>(rendering.files());
        files.add(LockMaker.file(plan, lock));
        return new Generated(plan, new Rendering(files), lock, text);
    }

    /** Those of the selected personas that there are. */
    private List<Persona> selected(PersonaSelection selection, Problems problems) {
        if (selection.all()) {
            return knowledge.personas();
        }
        List<Persona> selected = new ArrayList<>();
        for (Selected wanted : selection.listed()) {
            knowledge.personas().stream()
                    .filter(persona -> persona.id().value().equals(wanted.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            selected::add,
                            () -> problems.add(
                                    "unknown-persona",
                                    wanted.location(),
                                    "unknown persona '" + wanted + "'",
                                    Suggestion.remedy(
                                            wanted.id(),
                                            knowledge.personas().stream()
                                                    .map(persona -> persona.id().value())
                                                    .toList())));
        }
        return selected;
    }
}
