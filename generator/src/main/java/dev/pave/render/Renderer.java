package dev.pave.render;

import dev.pave.catalogue.Templates;
import dev.pave.plan.FileMode;
import dev.pave.plan.Plan;
import dev.pave.plan.PlannedFile;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import freemarker.template.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns a plan into files in memory. Pure: the same plan gives the same bytes, wherever and whenever. */
public final class Renderer {

    /** A template that works longer than this, for one file, never ends. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String DESCRIPTION = "pave.yaml";
    private static final int MOST_THREADS = 4;
    private static final long STACK_BYTES = 16L << 20;

    private final Configuration templates;
    private final Duration longest;

    /** @param templates the root that the plans of {@link #render} are made from; each of its templates is parsed once */
    public Renderer(Templates templates) {
        this(templates, LONGEST);
    }

    /** @param longest how long a template may work on one file */
    Renderer(Templates templates, Duration longest) {
        this.templates = TemplateEngine.configuration(templates.tree());
        this.longest = longest;
    }

    /**
     * Renders all files of a plan.
     *
     * @param description text of the service description, which becomes the repository's {@code pave.yaml} as it is
     * @throws InvalidInput with the faults of all templates
     */
    public Rendering render(Plan plan, String description) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(processors, Renderer::daemon);
        try {
            return new Run(plan, threads).render(description);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A template that never ends cannot be stopped from inside; as a daemon it does not keep Pave from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "render", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** The rendering of one plan. */
    private final class Run {

        private final Plan plan;
        private final FileRenderer files;
        private final ExecutorService threads;
        private final Problems problems = new Problems();

        Run(Plan plan, ExecutorService threads) {
            this.plan = plan;
            this.files = new FileRenderer(plan, templates);
            this.threads = threads;
        }

        Rendering render(String description) {
            List<RenderedFile> rendered = new ArrayList<>();
            rendered.add(new RenderedFile(
                    new ProjectPath(DESCRIPTION),
                    description.getBytes(StandardCharsets.UTF_8),
                    FileMode.REGULAR,
                    plan.path().id(),
                    "",
                    List.of()));
            rendered.addAll(
                    all(plan.files().stream().filter(file -> !file.afterAll()).toList(), Map.of()));
            Map<String, Object> coverage =
                    Map.of("coverage", Coverage.of(plan, rendered).model());
            rendered.addAll(
                    all(plan.files().stream().filter(PlannedFile::afterAll).toList(), coverage));
            problems.throwIfAny();
            return new Rendering(rendered);
        }

        private List<RenderedFile> all(List<PlannedFile> planned, Map<String, Object> also) {
            List<Future<FileRenderer.Result>> results = planned.stream()
                    .map(file -> threads.submit(() -> files.render(file, also)))
                    .toList();
            List<RenderedFile> rendered = new ArrayList<>();
            for (int i = 0; i < planned.size(); i++) {
                FileRenderer.Result result = await(results.get(i), planned.get(i));
                rendered.add(result.file());
                result.problems().forEach(problems::add);
            }
            return rendered;
        }

        private FileRenderer.Result await(Future<FileRenderer.Result> result, PlannedFile planned) {
            try {
                return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new InvalidInput(new Problem(
                        "template-endless",
                        Location.of(plan.templates().tree().sourceName(planned.template())),
                        "the template did not end within " + longest.toSeconds() + " s"
                                + planned.subject()
                                        .map(subject -> " for " + subject)
                                        .orElse(""),
                        "look for a loop or recursion without an end"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rendering", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("rendering " + planned.path() + " failed", e);
            }
        }
    }
}
