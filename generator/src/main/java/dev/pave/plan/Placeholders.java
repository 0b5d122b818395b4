package dev.pave.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code [=resource.name.kebab]} in paths and in the texts of manifests. Only look-ups: what needs an expression belongs in a template.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[=([A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9-]+)*)]");

    private static final Pattern STEP = Pattern.compile("\\[\"([^\"]+)\"]|\\.?([A-Za-z0-9-]+)");

    private Placeholders() {}

    /** Names a placeholder for which the model has no text or number. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unknown(String placeholder) {
            super("no value for [=" + placeholder + "]");
        }
    }

    /**
     * The text with its placeholders filled.
     *
     * @throws Unknown for a placeholder without a value
     */
    static String fill(String text, Map<String, Object> model) {
        if (!text.contains("[=")) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Object value = lookUp(matcher.group(1), model)
                    .filter(found -> found instanceof String || found instanceof Number || found instanceof Boolean)
                    .orElseThrow(() -> new Unknown(matcher.group(1)));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.toString()));
        }
        return matcher.appendTail(filled).toString();
    }

    /** A tree of maps, lists and texts with all placeholders in its texts filled. */
    static Object fillAll(Object tree, Map<String, Object> model) {
        if (tree instanceof String text) {
            return fill(text, model);
        }
        if (tree instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(fillAll(item, model)));
            return filled;
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, value) -> filled.put((String) key, fillAll(value, model)));
            return filled;
        }
        return tree;
    }

    /** The value at a path such as {@code facts.regions} or {@code slots["repository.gitignore"]}. */
    static Optional<Object> lookUp(String path, Map<String, Object> model) {
        Object at = model;
        Matcher steps = STEP.matcher(path);
        int end = 0;
        while (steps.find() && steps.start() == end) {
            String step = steps.group(1) != null ? steps.group(1) : steps.group(2);
            if (!(at instanceof Map<?, ?> map) || map.get(step) == null) {
                return Optional.empty();
            }
            at = map.get(step);
            end = steps.end();
        }
        return end == path.length() ? Optional.of(at) : Optional.empty();
    }
}
