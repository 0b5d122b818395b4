package dev.pave.render;

import dev.pave.catalogue.TemplateTree;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import java.io.IOException;
import java.util.List;

/** Whether FreeMarker can read the templates of a root, rendered or not. */
public final class TemplateSyntax {

    private static final String TEMPLATE = ".ftl";

    private TemplateSyntax() {}

    /** What cannot be read, or may not be said in a template; empty where all is well. */
    public static List<Problem> problems(TemplateTree tree) {
        Configuration configuration = TemplateEngine.configuration(tree);
        Problems problems = new Problems();
        for (String path : tree.paths()) {
            if (path.endsWith(TEMPLATE)) {
                try {
                    configuration.getTemplate(path);
                } catch (ParseException e) {
                    Location place = e.getLineNumber() < 1
                            ? Location.of(tree.sourceName(path))
                            : new Location(tree.sourceName(path), e.getLineNumber(), Math.max(e.getColumnNumber(), 0));
                    problems.add("template", place, TemplateFault.message(e), "");
                } catch (IOException e) {
                    problems.add("template", Location.of(tree.sourceName(path)), String.valueOf(e.getMessage()), "");
                }
            }
        }
        return problems.list();
    }
}
