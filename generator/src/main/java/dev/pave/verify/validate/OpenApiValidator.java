package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.yaml.YamlNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;

/** OpenAPI documents are what the specification says, and whole: references, parameters, security and examples. */
final class OpenApiValidator implements Validator {

    private static final String ATTRIBUTE = "attribute ";

    private final YamlFiles yaml;

    OpenApiValidator(YamlFiles yaml) {
        this.yaml = yaml;
    }

    @Override
    public String id() {
        return "openapi";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        yaml.of(files).forEach((path, parsed) -> {
            for (YamlNode root : parsed.documents()) {
                if (Nodes.text(root, "openapi")
                        .filter(version -> version.startsWith("3."))
                        .isPresent()) {
                    files.text(path).ifPresent(text -> parse(path, text, root, report));
                    new OpenApiOperations(root, report).check();
                    OpenApiReferences references = new OpenApiReferences(files, path, root, report);
                    references.check();
                    if (references.areWholeAndLocal()) {
                        new OpenApiExamples(root, report).check();
                    }
                }
            }
        });
        return report.findings();
    }

    /** References are not followed by the parser: it would follow them to other hosts. */
    private static void parse(String path, String text, YamlNode root, Report report) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        List<String> messages;
        try {
            messages = new OpenAPIV3Parser().readContents(text, null, options).getMessages();
        } catch (RuntimeException e) {
            // Whatever a parser of untrusted documents stumbles over, the document is the reason.
            report.add("syntax", Location.of(path, 1), "the parser cannot read it: " + e.getMessage(), "");
            return;
        }
        for (String message : messages == null ? List.<String>of() : messages) {
            if (message.contains("operationId is repeated")) {
                continue; // reported with both places by OpenApiOperations
            }
            String attribute = message.startsWith(ATTRIBUTE) ? message.substring(ATTRIBUTE.length()) : "";
            report.add(check(message), place(root, attribute), message, "");
        }
    }

    private static String check(String message) {
        if (message.endsWith("is unexpected")) {
            return "unknown-field";
        } else if (message.endsWith("is missing")) {
            return "missing-field";
        }
        return message.contains("is not of type") ? "wrong-type" : "syntax";
    }

    /** Where {@code paths.'/students'(get).responses.200.description} is, or the nearest that there is above. */
    private static Location place(YamlNode root, String attribute) {
        YamlNode at = root;
        Location place = root.location();
        String rest = attribute;
        boolean found = true;
        while (found) {
            found = false;
            while (!rest.isEmpty() && ".'()".indexOf(rest.charAt(0)) >= 0) {
                rest = rest.substring(1);
            }
            String best = "";
            for (String key : Nodes.entries(at).keySet()) {
                if (rest.startsWith(key) && key.length() > best.length() && endsAt(rest, key.length())) {
                    best = key;
                }
            }
            YamlNode.Entry entry = Nodes.entries(at).get(best);
            if (entry != null) {
                place = entry.key();
                at = entry.value();
                rest = rest.substring(best.length());
                found = true;
            }
        }
        return place;
    }

    private static boolean endsAt(String text, int at) {
        return at == text.length() || " .'()[".indexOf(text.charAt(at)) >= 0;
    }
}
