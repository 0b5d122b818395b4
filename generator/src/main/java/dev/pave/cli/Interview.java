package dev.pave.cli;

import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Templates;
import dev.pave.lifecycle.DescriptionText;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.spec.FieldType;
import dev.pave.spec.Name;
import dev.pave.spec.ServiceDescriptionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks a person for a service description, each question with a default and answered until the answer is right. */
final class Interview {

    private static final String SOURCE = "<answers>";
    private static final String EXAMPLE_RESOURCE = "item";
    private static final String EXAMPLE_FIELDS = "title:string!, notes:text, due-on:date";
    private static final List<String> QUESTIONS = List.of("name", "description", "owner", "namespace", "path");
    private static final String ENUM = "enum";
    /** A comma that no parentheses are around. */
    private static final Pattern BETWEEN_FIELDS = Pattern.compile(",(?![^(]*\\))");

    private final Templates templates;
    private final String nameOfTarget;
    private final Map<String, String> given;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();

    /** @param given what the command line answers already, by key of the description */
    Interview(Templates templates, Path target, Map<String, String> given) {
        this.templates = templates;
        this.given = given;
        this.nameOfTarget = nameFor(target);
        answers.putAll(given);
        answers.keySet().retainAll(QUESTIONS);
    }

    /** What is taken where nothing is answered; description and owner follow the name. */
    private String byDefault(String key) {
        Name name = Optional.ofNullable(answers.get("name"))
                .flatMap(Name::parse)
                .orElseGet(() -> Name.parse(nameOfTarget).orElseThrow());
        return switch (key) {
            case "name" -> nameOfTarget;
            case "description" -> "Keeps " + name.words();
            case "owner" ->
                "team-"
                        + name.kebab()
                                .substring(0, Math.min(name.kebab().length(), 30))
                                .replaceAll("-+$", "");
            case "namespace" -> "com.example";
            default ->
                templates.goldenPaths().isEmpty() ? "" : templates.goldenPaths().firstKey();
        };
    }

    private static String nameFor(Path target) {
        Path last = target.toAbsolutePath().normalize().getFileName();
        String name = last == null
                ? ""
                : last.toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[-0-9]+|-+$", "");
        return Name.parse(name).isPresent() ? name : "my-service";
    }

    /** The description that nobody was asked for. */
    DescriptionText defaults() {
        return new DescriptionText(SOURCE, yaml(Map.of(EXAMPLE_RESOURCE, EXAMPLE_FIELDS)));
    }

    /** The description by a person's answers. */
    DescriptionText ask(Person person) {
        person.tell("A new service. Enter takes what is in brackets; Ctrl-C stops, and nothing is written.\n\n");
        ask(person, "name", "Name (kebab-case)");
        ask(person, "description", "What is it for");
        ask(person, "owner", "Owner (a team, kebab-case)");
        ask(person, "namespace", "Namespace (Java package, npm scope)");
        for (GoldenPath path : templates.goldenPaths().values()) {
            person.tell(String.format("  %-16s %s\n", path.id(), path.part().summary()));
        }
        ask(person, "path", "Golden path");
        askResources(person);
        person.tell("\n");
        return text();
    }

    private void ask(Person person, String key, String question) {
        if (given.containsKey(key)) {
            return;
        }
        String byDefault = byDefault(key);
        while (true) {
            String answer = line(person, question + " [" + byDefault + "]: ");
            answers.put(key, answer.isEmpty() ? byDefault : answer);
            List<Problem> problems = problems(Map.of(EXAMPLE_RESOURCE, EXAMPLE_FIELDS));
            if (problems.isEmpty()
                    && (!key.equals("path") || templates.goldenPaths().containsKey(answers.get("path")))) {
                return;
            }
            problems.forEach(problem -> person.tell("  " + withoutPlace(problem) + "\n"));
            if (problems.isEmpty()) {
                person.tell(
                        "  one of: " + String.join(", ", templates.goldenPaths().keySet()) + "\n");
            }
            answers.remove(key);
        }
    }

    private void askResources(Person person) {
        person.tell("\nWhat does it keep? Fields as name:type, separated by commas, a ! after what is required.\n");
        person.tell("  types: "
                + Arrays.stream(FieldType.values())
                        .filter(type -> type != FieldType.ENUM)
                        .map(FieldType::key)
                        .collect(Collectors.joining(", "))
                + "\n");
        person.tell("  a reference names the other resource: student:reference(student)!\n");
        person.tell("  a choice names the words to choose from: status:enum(open|done)!\n");
        while (true) {
            String byDefault = resources.isEmpty() ? EXAMPLE_RESOURCE : "";
            String name = line(
                    person,
                    resources.isEmpty() ? "Resource [" + byDefault + "]: " : "Another resource (Enter for none): ");
            if (name.isEmpty() && !resources.isEmpty()) {
                if (problems(resources).isEmpty()) {
                    return;
                }
                problems(resources).forEach(problem -> person.tell("  " + withoutPlace(problem) + "\n"));
                continue;
            }
            String resource = name.isEmpty() ? byDefault : name;
            if (isFine(person, resource, EXAMPLE_FIELDS)) {
                askFields(person, resource);
            }
        }
    }

    private void askFields(Person person, String resource) {
        while (true) {
            String answer =
                    line(person, "  Fields of " + resource + ", separated by commas [" + EXAMPLE_FIELDS + "]: ");
            String fields = answer.isEmpty() ? EXAMPLE_FIELDS : answer;
            if (isFine(person, resource, fields)) {
                resources.put(resource, fields);
                return;
            }
        }
    }

    /** Whether a resource can be as it is answered; tells what is wrong otherwise. What it refers to may come later. */
    private boolean isFine(Person person, String resource, String fields) {
        List<String> wrong = new ArrayList<>();
        for (String field : fields(fields)) {
            if (!field.contains(":")) {
                String name = field.replaceAll("!$", "").strip();
                wrong.add("the field '" + name + "' has no type; write name:type, as " + name + ":string");
            }
        }
        if (wrong.isEmpty()) {
            Map<String, String> tried = new LinkedHashMap<>(resources);
            tried.put(resource, fields);
            problems(tried).stream()
                    .filter(problem -> !problem.code().equals("unknown-resource"))
                    .forEach(problem -> wrong.add(withoutPlace(problem)));
        }
        wrong.forEach(message -> person.tell("  " + message + "\n"));
        return wrong.isEmpty();
    }

    private static List<String> fields(String answer) {
        return BETWEEN_FIELDS
                .splitAsStream(answer)
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
    }

    private static String line(Person person, String question) {
        return person.answer(question)
                .orElseThrow(() -> new InvalidInput(new Problem(
                        "no-answer",
                        Location.of("pave new"),
                        "the answers ended before the last question",
                        "nothing was written; answer all questions, or give --yes or --from FILE")))
                .strip();
    }

    private static String withoutPlace(Problem problem) {
        return problem.message() + (problem.remedy().isEmpty() ? "" : "; " + problem.remedy());
    }

    private List<Problem> problems(Map<String, String> kept) {
        try {
            new ServiceDescriptionReader().read(SOURCE, yaml(kept));
            return List.of();
        } catch (InvalidInput e) {
            return e.problems();
        }
    }

    private DescriptionText text() {
        return new DescriptionText(SOURCE, yaml(resources));
    }

    private String yaml(Map<String, String> kept) {
        List<String> lines = new ArrayList<>();
        lines.add("pave: 1");
        QUESTIONS.forEach(key -> lines.add(
                key + ": " + quoted(Optional.ofNullable(answers.get(key)).orElseGet(() -> byDefault(key)))));
        lines.add("resources:");
        kept.forEach((resource, fields) -> {
            lines.add("  " + quoted(resource) + ":");
            lines.add("    fields:");
            fields(fields).forEach(field -> lines.add("      " + field(field)));
        });
        return String.join("\n", lines) + "\n";
    }

    /** {@code student:reference(student)!} as a line of YAML. */
    private static String field(String shorthand) {
        boolean required = shorthand.endsWith("!");
        String rest = required ? shorthand.substring(0, shorthand.length() - 1).strip() : shorthand;
        int colon = rest.indexOf(':');
        String name = rest.substring(0, colon).strip();
        String type = rest.substring(colon + 1).strip();
        StringBuilder attributes = new StringBuilder();
        int parenthesis = type.indexOf('(');
        if (parenthesis > 0 && type.endsWith(")")) {
            String inner = type.substring(parenthesis + 1, type.length() - 1).strip();
            type = type.substring(0, parenthesis).strip();
            attributes.append(
                    type.equals(ENUM)
                            ? Pattern.compile("[|,]")
                                    .splitAsStream(inner)
                                    .map(value -> quoted(value.strip()))
                                    .collect(Collectors.joining(", ", ", values: [", "]"))
                            : ", to: " + quoted(inner));
        }
        if (type.equals("string") || type.equals("text")) {
            attributes.append(", max-length: ").append(type.equals("string") ? 200 : 5000);
        }
        if (required) {
            attributes.append(", required: true");
        }
        return quoted(name) + ": {type: " + quoted(type) + attributes + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }
}
