package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.verify.Dockerfile;
import dev.pave.verify.Dockerfile.Instruction;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dockerfiles have instructions that there are, name stages that there are, and copy what the build context holds. */
final class DockerfileValidator implements Validator {

    private static final TreeSet<String> KNOWN = new TreeSet<>(List.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String id() {
        return "dockerfile";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        for (String path : files.paths()) {
            String name = Paths.name(path);
            if (isDockerfile(name)) {
                Texts.read(files, path, report)
                        .ifPresent(text -> new Check(files, path, report).check(Dockerfile.read(text)));
            }
        }
        return report.findings();
    }

    private static boolean isDockerfile(String name) {
        boolean variant = name.startsWith("Dockerfile.") && !name.endsWith(".dockerignore");
        return name.equals("Dockerfile") || variant || name.endsWith(".Dockerfile");
    }

    /** One Dockerfile, from top to bottom. */
    private static final class Check {

        private final RepositoryFiles files;
        private final String path;
        private final Report report;
        private final DockerIgnore ignore;
        private final List<String> stages = new ArrayList<>();
        private final TreeSet<String> globalArguments = new TreeSet<>();
        private int stageCount;

        Check(RepositoryFiles files, String path, Report report) {
            this.files = files;
            this.path = path;
            this.report = report;
            this.ignore = new DockerIgnore(files, path);
        }

        void check(Dockerfile dockerfile) {
            if (dockerfile.instructions().stream().noneMatch(i -> i.op().equals("FROM"))) {
                report.add("no-stage", Location.of(path, 1), "no FROM instruction", "begin with FROM");
            }
            dockerfile.instructions().forEach(this::check);
        }

        private void check(Instruction instruction) {
            Location place = Location.of(path, instruction.line());
            String op = instruction.op();
            if (!KNOWN.contains(op)) {
                report.add(
                        "unknown-instruction", place, "unknown instruction '" + op + "'", Suggestion.remedy(op, KNOWN));
                return;
            }
            if (instruction.value().isBlank() && !instruction.heredoc()) {
                report.add("no-value", place, op + " has no value", "");
            } else if (op.equals("FROM")) {
                from(instruction, place);
            } else if (op.equals("ARG") && stageCount == 0) {
                instruction.words().forEach(word -> globalArguments.add(word.split("=", 2)[0]));
            } else if (stageCount == 0 && !op.equals("ARG")) {
                report.add("before-from", place, op + " stands before the first FROM", "move it into a stage");
            } else {
                exec(instruction, place);
                if (op.equals("COPY") || op.equals("ADD")) {
                    copy(instruction, place);
                }
            }
        }

        private void from(Instruction from, Location place) {
            List<String> words = from.words();
            String image = words.get(0);
            boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("as");
            if (words.size() != 1 && !named) {
                report.add("syntax", place, "FROM must be 'FROM image' or 'FROM image AS name'", "");
            }
            arguments(image).stream()
                    .filter(argument -> !globalArguments.contains(argument) && !isBuiltIn(argument))
                    .forEach(argument -> report.add(
                            "undeclared-argument",
                            place,
                            "FROM uses the argument " + argument + ", which no ARG before it declares",
                            "add ARG " + argument + " before the first FROM"));
            String name = named ? words.get(2).toLowerCase(Locale.ROOT) : "";
            if (named && stages.contains(name)) {
                report.add("duplicate-stage", place, "a stage '" + name + "' is there already", "rename one");
            }
            boolean plain =
                    !image.contains("/") && !image.contains(":") && !image.contains("@") && !image.contains("$");
            Optional<String> near = Suggestion.nearest(image, stages);
            if (plain && !stages.contains(image.toLowerCase(Locale.ROOT)) && near.isPresent()) {
                report.add(
                        "unknown-stage",
                        place,
                        "no stage '" + image + "' above, and an image would have a tag or a digest",
                        Suggestion.remedy(image, stages));
            }
            stages.add(name);
            stageCount++;
        }

        private static boolean isBuiltIn(String argument) {
            return argument.startsWith("TARGET") || argument.startsWith("BUILD");
        }

        /** Names behind a {@code $} in a text. */
        private static List<String> arguments(String text) {
            List<String> names = new ArrayList<>();
            for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
                int start = at + 1 < text.length() && text.charAt(at + 1) == '{' ? at + 2 : at + 1;
                int end = start;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                if (end > start) {
                    names.add(text.substring(start, end));
                }
            }
            return names;
        }

        /** What begins as a JSON list and is none would be run by a shell, brackets and all. */
        private void exec(Instruction instruction, Location place) {
            String value = instruction.value();
            if (instruction.op().equals("HEALTHCHECK")) {
                if (value.equalsIgnoreCase("NONE")) {
                    return;
                }
                if (!value.toUpperCase(Locale.ROOT).startsWith("CMD")) {
                    report.add("syntax", place, "HEALTHCHECK must be followed by CMD or NONE", "");
                    return;
                }
                value = value.substring("CMD".length()).strip();
            }
            boolean mayBeJson = List.of("CMD", "ENTRYPOINT", "HEALTHCHECK", "RUN", "SHELL", "VOLUME", "COPY", "ADD")
                    .contains(instruction.op());
            boolean shell = instruction.op().equals("SHELL");
            if (mayBeJson && (value.startsWith("[") || shell) && !isTexts(value) && !value.startsWith("[ ")) {
                report.add(
                        "json-form",
                        place,
                        instruction.op() + (shell ? " must be" : " looks like") + " a JSON list of texts, and is none",
                        "write [\"command\", \"argument\"], in double quotes");
            }
        }

        private static boolean isTexts(String value) {
            try {
                JsonNode node = JSON.readTree(value);
                return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
            } catch (JacksonException e) {
                return false;
            }
        }

        private void copy(Instruction copy, Location place) {
            Optional<String> from = copy.flag("from");
            if (from.isPresent()) {
                stage(from.get(), place);
                return;
            }
            List<String> words = copy.words();
            if (copy.heredoc() || copy.value().startsWith("[")) {
                return;
            }
            if (words.size() < 2) {
                report.add("syntax", place, copy.op() + " needs a source and a destination", "");
                return;
            }
            words.subList(0, words.size() - 1).forEach(source -> source(source, place));
        }

        private void stage(String name, Location place) {
            boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean known = number
                    ? name.length() < 4 && Integer.parseInt(name) < stageCount - 1
                    : stages.subList(0, Math.max(0, stages.size() - 1)).contains(name.toLowerCase(Locale.ROOT));
            boolean image = name.contains("/") || name.contains(":") || name.contains("$");
            if (!known && !image) {
                List<String> named =
                        stages.stream().filter(stage -> !stage.isEmpty()).toList();
                report.add("unknown-stage", place, "no stage '" + name + "' above", Suggestion.remedy(name, named));
            }
        }

        /** A plain path must be there, and be let through; one with a wildcard, a variable or a URL cannot be judged. */
        private void source(String source, Location place) {
            if (source.contains("*")
                    || source.contains("?")
                    || source.contains("[")
                    || source.contains("$")
                    || source.contains("://")
                    || source.startsWith("git@")
                    || source.contains("\"")) {
                return;
            }
            String relative = source.startsWith("/") ? source.substring(1) : source;
            Optional<String> resolved = Paths.resolve("", relative);
            if (resolved.isEmpty()) {
                report.add(
                        "missing-source",
                        place,
                        "'" + source + "' is outside the build context",
                        "copy it from inside");
                return;
            }
            // The context is the folder of the repository or, for a Dockerfile further down, perhaps its own.
            List<String> below = new ArrayList<>();
            for (String root : List.of("", Paths.folder(path))) {
                String full = resolved.get().isEmpty() ? root : Paths.join(root, resolved.get());
                files.paths().stream()
                        .filter(file -> full.isEmpty() || file.equals(full) || file.startsWith(full + "/"))
                        .map(file -> root.isEmpty() ? file : file.substring(root.length() + 1))
                        .forEach(below::add);
            }
            if (below.isEmpty()) {
                report.add(
                        "missing-source",
                        place,
                        "'" + source + "' is not in the repository",
                        "add it, or do not copy it");
            } else if (below.stream().noneMatch(ignore::letsThrough)) {
                report.add(
                        "ignored-source",
                        place,
                        "'" + source + "' is kept out of the build by .dockerignore",
                        "add !" + source + " to .dockerignore");
            }
        }
    }
}
