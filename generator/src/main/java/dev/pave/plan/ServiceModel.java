package dev.pave.plan;

import dev.pave.catalogue.Figure;
import dev.pave.catalogue.Templates;
import dev.pave.spec.Identifiers;
import dev.pave.spec.ServiceDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The part of the model that comes from the description and the personas. Its keys are listed in {@code docs/writing-templates.md}. */
final class ServiceModel {

    private final ServiceDescription description;
    private final Templates templates;
    private final SortedMap<String, PracticeStatus> practices;
    private final String paveVersion;

    ServiceModel(
            ServiceDescription description,
            Templates templates,
            SortedMap<String, PracticeStatus> practices,
            String paveVersion) {
        this.description = description;
        this.templates = templates;
        this.practices = practices;
        this.paveVersion = paveVersion;
    }

    Map<String, Object> model(Map<String, Object> options) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("pave", Map.of("version", paveVersion));
        model.put("service", service());
        model.put("namespace", namespace());
        model.put("java", java());
        model.put("option", options);
        model.put("versions", templates.versions());
        model.put("practices", practicesInForce());
        ResourceModel resources = new ResourceModel(description, templates.types());
        List<Map<String, Object>> all = resources.resources();
        model.put("resources", all);
        model.put("uses", fieldTypes());
        model.put(
                "resourcesInInsertOrder",
                resources.insertOrder().stream()
                        .map(name -> all.stream()
                                .filter(resource -> ((Map<?, ?>) resource.get("name"))
                                        .get("kebab")
                                        .equals(name))
                                .findFirst()
                                .orElseThrow())
                        .toList());
        return model;
    }

    /** The types that some field has, so that what only one type needs can be left out where there is none. */
    private Map<String, Object> fieldTypes() {
        Map<String, Object> types = new LinkedHashMap<>();
        description.resources().stream()
                .flatMap(resource -> resource.fields().stream())
                .forEach(field -> types.put(field.type().key(), true));
        return types;
    }

    private Map<String, Object> service() {
        Map<String, Object> service = ResourceModel.forms(description.name().name());
        service.put("description", description.description());
        service.put("owner", description.owner().kebab());
        service.put("host", description.host());
        service.put("problems", "https://" + description.host() + "/problems");
        service.put("schema", Identifiers.sql(description.name().name()));
        return service;
    }

    private Map<String, Object> namespace() {
        List<String> parts = description.namespace().parts();
        Map<String, Object> namespace = new LinkedHashMap<>();
        namespace.put("name", description.namespace().dotted());
        namespace.put("domain", description.namespace().domain());
        namespace.put("scope", "@" + parts.get(parts.size() - 1));
        return namespace;
    }

    private Map<String, Object> java() {
        String name =
                description.namespace().dotted() + "." + description.name().flat();
        Map<String, Object> java = new LinkedHashMap<>();
        java.put("package", name);
        java.put("packagePath", name.replace('.', '/'));
        java.put("application", description.name().pascal() + "Application");
        return java;
    }

    private Map<String, Object> practicesInForce() {
        Map<String, Object> inForce = new LinkedHashMap<>();
        practices.forEach((id, status) -> {
            if (status.inForce()) {
                Map<String, Object> practice = new LinkedHashMap<>();
                practice.put("title", status.practice().title());
                status.figure().ifPresent(figure -> practice.put("figure", figure.value()));
                practice.put(
                        "figures", status.figures().stream().map(Figure::value).toList());
                inForce.put(id, practice);
            }
        });
        return inForce;
    }
}
