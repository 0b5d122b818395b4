package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Operations of an OpenAPI document: their ids, the parameters in their paths, and the security that they ask for. */
final class OpenApiOperations {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final YamlNode root;
    private final Report report;
    private final Map<String, Location> ids = new HashMap<>();

    OpenApiOperations(YamlNode root, Report report) {
        this.root = root;
        this.report = report;
    }

    void check() {
        security(root);
        Nodes.entries(root, "paths").forEach((path, entry) -> {
            for (String method : METHODS) {
                Nodes.at(entry.value(), method).ifPresent(operation -> {
                    id(operation);
                    security(operation);
                    parameters(path, entry, operation);
                });
            }
        });
    }

    private void id(YamlNode operation) {
        Nodes.at(operation, "operationId")
                .ifPresent(id -> Nodes.text(id).ifPresent(text -> {
                    Location first = ids.putIfAbsent(text, id.location());
                    if (first != null) {
                        report.add(
                                "duplicate-operation-id",
                                id.location(),
                                "the operationId '" + text + "' is given twice",
                                "first given at " + first + "; rename one");
                    }
                }));
    }

    private void parameters(String path, YamlNode.Entry entry, YamlNode operation) {
        NavigableSet<String> wanted = new TreeSet<>();
        for (int at = path.indexOf('{'); at >= 0; at = path.indexOf('{', at + 1)) {
            int end = path.indexOf('}', at);
            if (end > at) {
                wanted.add(path.substring(at + 1, end));
            }
        }
        NavigableSet<String> declared = new TreeSet<>();
        List<YamlNode> parameters = new ArrayList<>(Nodes.items(entry.value(), "parameters"));
        parameters.addAll(Nodes.items(operation, "parameters"));
        for (YamlNode written : parameters) {
            YamlNode parameter = OpenApiReferences.resolved(root, written);
            if (Nodes.text(parameter, "in").filter("path"::equals).isPresent()) {
                Nodes.text(parameter, "name").ifPresent(name -> {
                    declared.add(name);
                    if (!wanted.contains(name)) {
                        report.add(
                                "unknown-path-parameter",
                                written.location(),
                                "the path " + path + " has no {" + name + "}",
                                Suggestion.remedy(name, wanted));
                    }
                });
            }
        }
        wanted.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> report.add(
                        "missing-path-parameter",
                        operation.location(),
                        "the parameter '" + name + "' of " + path + " is not declared",
                        "declare it with in: path"));
    }

    private void security(YamlNode holder) {
        Map<String, YamlNode.Entry> schemes = Nodes.entries(root, "components", "securitySchemes");
        for (YamlNode requirement : Nodes.items(holder, "security")) {
            Nodes.entries(requirement).forEach((name, entry) -> {
                YamlNode.Entry scheme = schemes.get(name);
                if (scheme == null) {
                    report.add(
                            "unknown-security-scheme",
                            entry.key(),
                            "no security scheme '" + name + "'",
                            Suggestion.remedy(name, schemes.keySet()));
                } else {
                    scopes(entry.value(), OpenApiReferences.resolved(root, scheme.value()));
                }
            });
        }
    }

    private void scopes(YamlNode wanted, YamlNode scheme) {
        if (Nodes.text(scheme, "type").filter("oauth2"::equals).isEmpty()) {
            return;
        }
        NavigableSet<String> known = new TreeSet<>();
        Nodes.entries(scheme, "flows")
                .values()
                .forEach(flow ->
                        known.addAll(Nodes.entries(flow.value(), "scopes").keySet()));
        for (YamlNode scope : Nodes.items(wanted)) {
            Nodes.text(scope)
                    .filter(text -> !known.contains(text))
                    .ifPresent(text -> report.add(
                            "unknown-scope",
                            scope.location(),
                            "the security scheme has no scope '" + text + "'",
                            Suggestion.remedy(text, known)));
        }
    }
}
