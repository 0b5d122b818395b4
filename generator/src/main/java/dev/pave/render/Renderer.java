package dev.pave.render;

import dev.pave.catalogue.TemplateTree;
import dev.pave.plan.FileMode;
import dev.pave.plan.Plan;
import dev.pave.plan.PlannedFile;
import dev.pave.plan.PracticeStatus;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Turns a plan into files in memory. Pure: the same plan gives the same bytes, wherever and whenever. */
public final class Renderer {

    /** A template that works longer than this, for one file, never ends. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String DESCRIPTION = "pave.yaml";

    private final Plan plan;
    private final Duration longest;
    private final Configuration configuration;
    private final Set<String> inForce = new TreeSet<>();
    private final Problems problems = new Problems();
    /** Templates that FreeMarker could not read: reported once, however many files they make. */
    private final Set<String> unreadable = new TreeSet<>();

    private volatile String current = "";

    private Renderer(Plan plan, Duration longest) {
        this.plan = plan;
        this.longest = longest;
        this.configuration = TemplateEngine.configuration(plan.templates().tree());
        plan.practices().values().stream().filter(PracticeStatus::inForce).forEach(status -> inForce.add(status.id()));
    }

    /**
     * Renders all files of a plan.
     *
     * @param description text of the service description, which becomes the repository's {@code pave.yaml} as it is
     * @throws InvalidInput with the faults of all templates
     */
    public static Rendering render(Plan plan, String description) {
        return render(plan, description, LONGEST);
    }

    /** @param longest how long a template may work on one file */
    static Rendering render(Plan plan, String description, Duration longest) {
        Renderer renderer = new Renderer(plan, longest);
        AtomicReference<@Nullable Rendering> rendering = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread worker = new Thread(
                null,
                () -> {
                    try {
                        rendering.set(renderer.files(description));
                    } catch (Throwable e) { // handed to the caller's thread below
                        failure.set(e);
                    }
                },
                "render",
                16L << 20);
        // A template that never ends cannot be stopped from inside; as a daemon it does not keep Pave from ending.
        worker.setDaemon(true);
        worker.start();
        return renderer.await(worker, rendering, failure);
    }

    private Rendering await(
            Thread worker,
            AtomicReference<@Nullable Rendering> rendering,
            AtomicReference<@Nullable Throwable> failure) {
        String before = "";
        try {
            do {
                before = current;
                worker.join(longest.toMillis());
            } while (worker.isAlive() && !before.equals(current));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rendering", e);
        }
        if (worker.isAlive()) {
            worker.interrupt();
            throw new InvalidInput(new Problem(
                    "template-endless",
                    Location.of(before),
                    "the template did not end within " + longest.toSeconds() + " s",
                    "look for a loop or recursion without an end"));
        }
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException e) {
            throw e;
        }
        if (failed instanceof Error e) {
            throw e;
        }
        Rendering result = rendering.get();
        if (result == null) {
            throw new IllegalStateException("rendering ended without a result");
        }
        return result;
    }

    private Rendering files(String description) {
        List<RenderedFile> files = new ArrayList<>();
        files.add(new RenderedFile(
                new ProjectPath(DESCRIPTION),
                description.getBytes(StandardCharsets.UTF_8),
                FileMode.REGULAR,
                plan.path().id(),
                "",
                List.of()));
        for (PlannedFile planned : plan.files()) {
            if (!planned.afterAll()) {
                files.add(file(planned, Map.of()));
            }
        }
        Map<String, Object> coverage =
                Map.of("coverage", Coverage.of(plan, files).model());
        for (PlannedFile planned : plan.files()) {
            if (planned.afterAll()) {
                files.add(file(planned, coverage));
            }
        }
        problems.throwIfAny();
        return new Rendering(files);
    }

    private RenderedFile file(PlannedFile planned, Map<String, Object> also) {
        TemplateTree tree = plan.templates().tree();
        current = tree.sourceName(planned.template())
                + planned.subject().map(subject -> " for " + subject).orElse("");
        if (!planned.rendered()) {
            byte[] bytes = tree.bytes(planned.template()).orElseThrow();
            return new RenderedFile(
                    planned.path(),
                    bytes,
                    planned.mode(),
                    planned.owner(),
                    planned.template(),
                    wholeFile(planned, lines(new String(bytes, StandardCharsets.UTF_8))));
        }
        Regions.Marks marks = new Regions.Marks();
        Regions result;
        try {
            result = Regions.extract(process(planned, also, marks), marks);
        } catch (Regions.Torn e) {
            fault(planned, planned.template(), null, null, String.valueOf(e.getMessage()));
            result = new Regions("", List.of());
        }
        String text = finished(planned, result.text());
        List<Region> regions = new ArrayList<>(wholeFile(planned, lines(text)));
        result.regions().stream()
                .map(region -> new Region(
                        region.practice(),
                        region.firstLine(),
                        region.lastLine(),
                        new Location(
                                tree.sourceName(region.template().source()),
                                region.template().line(),
                                region.template().column())))
                .forEach(regions::add);
        return new RenderedFile(
                planned.path(),
                text.getBytes(StandardCharsets.UTF_8),
                planned.mode(),
                planned.owner(),
                planned.template(),
                regions);
    }

    private List<Region> wholeFile(PlannedFile planned, int lines) {
        Location template = Location.of(plan.templates().tree().sourceName(planned.template()), 1);
        return lines == 0
                ? List.of()
                : planned.practices().stream()
                        .map(practice -> new Region(practice, 1, lines, template))
                        .toList();
    }

    private static int lines(String text) {
        return (int) text.lines().count();
    }

    private String process(PlannedFile planned, Map<String, Object> also, Regions.Marks marks) {
        Map<String, Object> model = new LinkedHashMap<>(plan.model());
        model.putAll(planned.bindings());
        model.putAll(also);
        model.put("practice", new PracticeDirective(plan.practices().keySet(), inForce, marks));
        model.put("figure", new FigureFunction(plan.practices()));
        if (unreadable.contains(planned.template())) {
            return "";
        }
        BoundedWriter out = new BoundedWriter();
        try {
            configuration.getTemplate(planned.template()).process(model, out);
        } catch (ParseException e) {
            unreadable.add(planned.template());
            fault(planned, e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), TemplateFault.message(e));
            return "";
        } catch (TemplateException e) {
            fault(planned, e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber(), TemplateFault.message(e));
            return "";
        } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
            fault(planned, planned.template(), null, null, String.valueOf(e.getMessage()));
            return "";
        } catch (IOException e) {
            fault(planned, planned.template(), null, null, String.valueOf(e.getMessage()));
            return "";
        } catch (StackOverflowError e) {
            fault(planned, planned.template(), null, null, "the template calls itself without an end");
            return "";
        } catch (OutOfMemoryError e) {
            fault(planned, planned.template(), null, null, "the template needs more memory than there is");
            return "";
        }
        return out.toString();
    }

    private void fault(
            PlannedFile planned,
            @Nullable String template,
            @Nullable Integer line,
            @Nullable Integer column,
            String message) {
        Location place = new Location(
                plan.templates().tree().sourceName(template == null ? planned.template() : template),
                line == null ? 0 : Math.max(line, 0),
                line == null || line < 1 || column == null ? 0 : Math.max(column, 0));
        String rendering = "while rendering " + planned.path()
                + planned.subject().map(subject -> " for " + subject).orElse("");
        problems.add("template", place, message, rendering);
    }

    /** One line feed at the end, none of the other kind of line ends, no spaces at the end of a line. */
    private String finished(PlannedFile planned, String text) {
        String stripped = text.stripTrailing();
        if (stripped.isEmpty()) {
            return "";
        }
        if (!TargetFormat.of(planned.path()).keepsTrailingSpaces()) {
            int number = 0;
            for (String line : stripped.split("\n", -1)) {
                number++;
                if (!line.isEmpty() && Character.isWhitespace(line.charAt(line.length() - 1))) {
                    problems.add(
                            "trailing-space",
                            Location.of(plan.templates().tree().sourceName(planned.template())),
                            "line " + number + " of " + planned.path() + " ends in white space",
                            "");
                }
            }
        }
        return stripped + "\n";
    }
}
