package dev.pave.render;

import dev.pave.plan.PracticeStatus;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.SortedMap;

/** {@code figure("unit-test-coverage", 80)}: the strictest figure that the personas ask for with a practice, or the given one. */
final class FigureFunction implements TemplateMethodModelEx {

    private final SortedMap<String, PracticeStatus> practices;

    FigureFunction(SortedMap<String, PracticeStatus> practices) {
        this.practices = practices;
    }

    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.size() != 2 || !(arguments.get(0) instanceof TemplateScalarModel id)) {
            throw new TemplateModelException("figure takes a practice's id and what holds where nobody gives a figure");
        }
        PracticeStatus status = practices.get(id.getAsString());
        if (status == null) {
            throw new TemplateModelException("the catalogue has no practice '" + id.getAsString() + "'");
        }
        if (!status.inForce() || status.figure().isEmpty()) {
            return arguments.get(1);
        }
        return status.figure().get().value();
    }
}
