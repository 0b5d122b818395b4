package dev.pave.render;

import dev.pave.problem.Location;
import freemarker.core.DirectiveCallPlace;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code [@practice id="multi-stage-build"]…[/@practice]}: renders its body only where the practice is in force, and marks it, so that {@link Regions} can
 * tell afterwards which output lines it became. Marks travel through captured output and macros, which counting lines while writing would not.
 */
final class PracticeDirective implements TemplateDirectiveModel {

    private final Set<String> known;
    private final Set<String> inForce;
    private final Regions.Marks marks;

    PracticeDirective(Set<String> known, Set<String> inForce, Regions.Marks marks) {
        this.known = known;
        this.inForce = inForce;
        this.marks = marks;
    }

    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public void execute(Environment env, Map params, TemplateModel[] loopVars, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        String id = practiceId(params);
        if (body == null || !inForce.contains(id)) {
            return;
        }
        DirectiveCallPlace place = env.getCurrentDirectiveCallPlace();
        String template =
                place.getTemplate() == null ? "?" : place.getTemplate().getSourceName();
        Writer out = env.getOut();
        out.write(marks.open(
                id, new Location(template, Math.max(place.getBeginLine(), 0), Math.max(place.getBeginColumn(), 0))));
        body.render(out);
        out.write(marks.close());
    }

    private String practiceId(Map<?, ?> params) throws TemplateModelException {
        if (params.size() != 1 || !(params.get("id") instanceof TemplateScalarModel id)) {
            throw new TemplateModelException("[@practice] takes one parameter: id, a text");
        }
        if (!known.contains(id.getAsString())) {
            throw new TemplateModelException("the catalogue has no practice '" + id.getAsString() + "'");
        }
        return id.getAsString();
    }
}
