package dev.pave.plan;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.FileRule;
import dev.pave.problem.Location;
import dev.pave.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Decides which files a part of the repository brings, and refuses two files at one path, whoever brings them. */
final class FilePlanner {

    private static final String TEMPLATE = ".ftl";

    private final Function<String, String> sourceName;
    private final Set<String> knownPractices;
    private final Set<String> practicesInForce;
    private final Problems problems;
    private final SortedMap<ProjectPath, PlannedFile> planned = new TreeMap<>();

    /** @param sourceName how a problem names a template, by its path in the template root */
    FilePlanner(
            Function<String, String> sourceName,
            Set<String> knownPractices,
            Set<String> practicesInForce,
            Problems problems) {
        this.sourceName = sourceName;
        this.knownPractices = knownPractices;
        this.practicesInForce = practicesInForce;
        this.problems = problems;
    }

    /** Plans all files of a part; {@code model} is what its templates see. */
    void plan(Feature part, Map<String, Object> model) {
        for (FileRule rule : part.fileRules()) {
            if (part.files().stream().noneMatch(new Glob(rule.match())::matches)) {
                problems.add("file-rule", rule.location(), "no file matches '" + rule.match() + "'", "");
            }
            rule.practices().stream()
                    .filter(id -> !knownPractices.contains(id))
                    .forEach(id -> problems.add(
                            "unknown-practice", rule.location(), "the catalogue has no practice '" + id + "'", ""));
        }
        for (String file : part.files()) {
            List<FileRule> matching = part.fileRules().stream()
                    .filter(rule -> new Glob(rule.match()).matches(file))
                    .toList();
            plan(part, file, matching, model);
        }
    }

    private void plan(Feature part, String file, List<FileRule> rules, Map<String, Object> model) {
        List<String> practices = rules.stream()
                .flatMap(rule -> rule.practices().stream())
                .distinct()
                .toList();
        if (!practices.isEmpty() && !practicesInForce.contains(practices.get(0))) {
            return;
        }
        if (rules.stream().map(FileRule::when).flatMap(Optional::stream).anyMatch(when -> !holds(when, model))) {
            return;
        }
        List<FileRule.Each> loops =
                rules.stream().map(FileRule::each).flatMap(Optional::stream).toList();
        if (loops.isEmpty()) {
            add(part, file, rules, practices, model, Map.of(), Optional.empty());
            return;
        }
        FileRule.Each loop = loops.get(loops.size() - 1);
        if (!(Placeholders.lookUp(loop.list(), model).orElse(null) instanceof List<?> items)) {
            problems.add("file-rule", rules.get(0).location(), "the model has no list '" + loop.list() + "'", "");
            return;
        }
        for (Object item : items) {
            add(part, file, rules, practices, model, Map.of(loop.variable(), item), Optional.of(subject(loop, item)));
        }
    }

    private void add(
            Feature part,
            String file,
            List<FileRule> rules,
            List<String> practices,
            Map<String, Object> model,
            Map<String, Object> item,
            Optional<String> subject) {
        String template = part.templatePath(file);
        Location place = Location.of(sourceName.apply(template));
        boolean rendered = file.endsWith(TEMPLATE);
        String pattern = rendered ? file.substring(0, file.length() - TEMPLATE.length()) : file;
        Map<String, Object> visible = new LinkedHashMap<>(model);
        visible.putAll(item);
        Optional<ProjectPath> target = path(pattern, visible, place);
        if (target.isEmpty()) {
            return;
        }
        if (isReserved(target.get())) {
            problems.add("template-path", place, "'" + target.get() + "' is written by Pave itself", "");
            return;
        }
        Optional<ProjectPath> movedFrom = rules.stream()
                .flatMap(rule -> rule.movedFrom().stream())
                .flatMap(from -> path(from, visible, place).stream())
                .findFirst();
        Map<String, Object> bindings = new LinkedHashMap<>();
        bindings.put("facts", model.get("facts"));
        bindings.putAll(item);
        PlannedFile planned = new PlannedFile(
                target.get(),
                template,
                part.id(),
                rules.stream().anyMatch(FileRule::executable) ? FileMode.EXECUTABLE : FileMode.REGULAR,
                rendered,
                practices.stream().filter(practicesInForce::contains).toList(),
                bindings,
                subject,
                rules.stream().anyMatch(FileRule::afterAll),
                rules.stream().anyMatch(FileRule::once),
                movedFrom);
        PlannedFile other = this.planned.putIfAbsent(planned.path(), planned);
        if (other != null) {
            problems.add(
                    "two-owners",
                    place,
                    "'" + target.get() + "' is also made by " + sourceName.apply(other.template()),
                    "one part owns a file; the other contributes to a slot of it");
        }
    }

    private Optional<ProjectPath> path(String pattern, Map<String, Object> visible, Location place) {
        try {
            String path = Placeholders.fill(pattern, visible);
            Optional<String> refused = ProjectPath.whyRefused(path);
            if (refused.isEmpty()) {
                return Optional.of(new ProjectPath(path));
            }
            problems.add("template-path", place, "'" + path + "' cannot be a path: " + refused.get(), "");
        } catch (Placeholders.Unknown e) {
            problems.add("template-path", place, e.getMessage() + " in the template's path", "");
        }
        return Optional.empty();
    }

    /** The description, the lock, and the folder in which an update keeps what it needs. */
    private static boolean isReserved(ProjectPath path) {
        String key = path.collisionKey();
        return key.equals("pave.yaml") || key.equals("pave.lock") || key.equals(".pave") || key.startsWith(".pave/");
    }

    /** The files, sorted by path, after looking for paths that some file system would take for one. */
    List<PlannedFile> files() {
        Map<String, PlannedFile> byKey = new LinkedHashMap<>();
        for (PlannedFile file : planned.values()) {
            PlannedFile other = byKey.put(file.path().collisionKey(), file);
            if (other != null) {
                collision(file, "'" + other.path() + "' is the same path where case does not matter");
            }
        }
        for (PlannedFile file : planned.values()) {
            String key = file.path().collisionKey();
            for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
                PlannedFile other = byKey.get(key.substring(0, slash));
                if (other != null) {
                    collision(file, "'" + other.path() + "' is a file, not a folder");
                }
            }
        }
        return new ArrayList<>(planned.values());
    }

    private void collision(PlannedFile file, String message) {
        problems.add(
                "path-collision",
                Location.of(sourceName.apply(file.template())),
                "'" + file.path() + "' cannot be written: " + message,
                "rename one of them");
    }

    private static boolean holds(String when, Map<String, Object> model) {
        Object value = Placeholders.lookUp(when, model).orElse(false);
        return !value.equals(false) && !value.equals("") && !(value instanceof List<?> list && list.isEmpty());
    }

    private static String subject(FileRule.Each loop, Object item) {
        if (item instanceof Map<?, ?> map) {
            Object name = map.get("name") instanceof Map<?, ?> forms ? forms.get("kebab") : map.get("id");
            return loop.variable() + " " + name;
        }
        return loop.variable() + " " + item;
    }
}
