package dev.pave.render;

import dev.pave.catalogue.TemplateTree;
import dev.pave.plan.Plan;
import dev.pave.plan.PlannedFile;
import dev.pave.plan.PracticeStatus;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Renders one file of a plan after the other, or several at once: files do not know of each other. */
final class FileRenderer {

    private final Plan plan;
    private final Configuration configuration;
    private final Set<String> inForce = new TreeSet<>();

    FileRenderer(Plan plan, Configuration configuration) {
        this.plan = plan;
        this.configuration = configuration;
        plan.practices().values().stream().filter(PracticeStatus::inForce).forEach(status -> inForce.add(status.id()));
    }

    /**
     * A file, and what is wrong with its template.
     *
     * @param problems empty where the file is as it should be
     */
    record Result(RenderedFile file, List<Problem> problems) {}

    /** @param also what the template sees besides the model of the plan */
    Result render(PlannedFile planned, Map<String, Object> also) {
        Problems problems = new Problems();
        RenderedFile file = file(planned, also, problems);
        return new Result(file, problems.list());
    }

    private RenderedFile file(PlannedFile planned, Map<String, Object> also, Problems problems) {
        TemplateTree tree = plan.templates().tree();
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
            result = Regions.extract(process(planned, also, marks, problems), marks);
        } catch (Regions.Torn e) {
            fault(problems, planned, planned.template(), null, null, String.valueOf(e.getMessage()));
            result = new Regions("", List.of());
        }
        String text = finished(planned, result.text(), problems);
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

    private String process(PlannedFile planned, Map<String, Object> also, Regions.Marks marks, Problems problems) {
        Map<String, Object> model = new LinkedHashMap<>(plan.model());
        model.putAll(planned.bindings());
        model.putAll(also);
        model.put("practice", new PracticeDirective(plan.practices().keySet(), inForce, marks));
        model.put("figure", new FigureFunction(plan.practices()));
        BoundedWriter out = new BoundedWriter();
        try {
            configuration.getTemplate(planned.template()).process(model, out);
        } catch (ParseException e) {
            unreadable(problems, planned, e);
            return "";
        } catch (TemplateException e) {
            fault(
                    problems,
                    planned,
                    e.getTemplateSourceName(),
                    e.getLineNumber(),
                    e.getColumnNumber(),
                    TemplateFault.message(e));
            return "";
        } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
            fault(problems, planned, planned.template(), null, null, String.valueOf(e.getMessage()));
            return "";
        } catch (IOException e) {
            if (e.getCause() instanceof ParseException first) {
                unreadable(problems, planned, first); // FreeMarker remembers what it could not read
            } else {
                fault(problems, planned, planned.template(), null, null, String.valueOf(e.getMessage()));
            }
            return "";
        } catch (StackOverflowError e) {
            fault(problems, planned, planned.template(), null, null, "the template calls itself without an end");
            return "";
        } catch (OutOfMemoryError e) {
            fault(problems, planned, planned.template(), null, null, "the template needs more memory than there is");
            return "";
        }
        return out.toString();
    }

    private void unreadable(Problems problems, PlannedFile planned, ParseException e) {
        fault(problems, planned, e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), TemplateFault.message(e));
    }

    private void fault(
            Problems problems,
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
    private String finished(PlannedFile planned, String text, Problems problems) {
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
