package dev.pave.plan;

import dev.pave.catalogue.TypeTable;
import dev.pave.spec.Choice;
import dev.pave.spec.Field;
import dev.pave.spec.FieldType;
import dev.pave.spec.Identifiers;
import dev.pave.spec.Name;
import dev.pave.spec.Resource;
import dev.pave.spec.Samples;
import dev.pave.spec.ServiceDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The resources as templates see them: maps, lists, texts, numbers and truth values. One model feeds the OpenAPI document, the schema, the code and the
 * tests, so that they cannot disagree. Its keys are listed in {@code docs/writing-templates.md}.
 */
final class ResourceModel {

    private static final int SAMPLES = 6;

    private final ServiceDescription description;
    private final TypeTable types;

    ResourceModel(ServiceDescription description, TypeTable types) {
        this.description = description;
        this.types = types;
    }

    /** All resources, in the order of the description. */
    List<Map<String, Object>> resources() {
        return description.resources().stream().map(this::resource).toList();
    }

    /** Names of the resources, each after those that its required references need. */
    List<String> insertOrder() {
        Set<Name> ordered = new LinkedHashSet<>();
        description.resources().forEach(resource -> addAfterParents(resource, ordered, new LinkedHashSet<>()));
        return ordered.stream().map(Name::kebab).toList();
    }

    private void addAfterParents(Resource resource, Set<Name> ordered, Set<Name> above) {
        if (ordered.contains(resource.name()) || !above.add(resource.name())) {
            return;
        }
        resource.references().stream()
                .filter(Field::required)
                .forEach(reference -> addAfterParents(description.target(reference), ordered, above));
        ordered.add(resource.name());
    }

    private Map<String, Object> resource(Resource resource) {
        Map<String, Object> model = identity(resource);
        String plural = resource.plural().kebab();
        model.put("description", resource.description());
        model.put("tag", plural);
        model.put("scope", Map.of("read", plural + ":read", "write", plural + ":write"));
        model.put("operations", operations(resource));
        List<Map<String, Object>> fields =
                resource.fields().stream().map(field -> field(resource, field)).toList();
        model.put("fields", fields);
        model.put("references", where(fields, "isReference"));
        model.put("sortable", where(fields, "sortable"));
        model.put("filterable", where(fields, "filterable"));
        model.put("referencedBy", referencedBy(resource));
        model.put("unique", combinations(resource, fields, false));
        model.put("uniques", combinations(resource, fields, true));
        model.put("defaultSort", "createdAt");
        return model;
    }

    /** What a reference needs to know of the resource at its other end. */
    private static Map<String, Object> identity(Resource resource) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", forms(resource.name()));
        model.put("plural", forms(resource.plural()));
        model.put("segment", resource.plural().kebab());
        model.put("path", "/api/v1/" + resource.plural().kebab());
        model.put("table", Identifiers.sql(resource.plural()));
        model.put(
                "java",
                Map.of(
                        "className", Identifiers.javaType(resource.name()),
                        "package", Identifiers.javaPackage(resource.plural()),
                        "variable", Identifiers.java(resource.name())));
        model.put(
                "typescript",
                Map.of(
                        "typeName", Identifiers.typeScriptType(resource.name()),
                        "variable", Identifiers.typeScript(resource.name())));
        model.put(
                "python",
                Map.of(
                        "className", Identifiers.pythonType(resource.name()),
                        "module", Identifiers.python(resource.plural()),
                        "variable", Identifiers.python(resource.name())));
        return model;
    }

    private static Map<String, Object> operations(Resource resource) {
        String one = resource.name().pascal();
        Map<String, Object> operations = new LinkedHashMap<>();
        operations.put("list", "list" + resource.plural().pascal());
        operations.put("create", "create" + one);
        operations.put("get", "get" + one);
        operations.put("replace", "replace" + one);
        operations.put("delete", "delete" + one);
        return operations;
    }

    private Map<String, Object> field(Resource resource, Field field) {
        boolean comparable = field.type() != FieldType.TEXT && field.type() != FieldType.JSON;
        boolean reference = field.type() == FieldType.REFERENCE;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", forms(field.name()));
        model.put("title", field.name().title());
        model.put("json", field.key().camel());
        model.put("column", Identifiers.sql(field.key()));
        model.put("type", field.type().key());
        model.put("isReference", reference);
        model.put("required", field.required());
        model.put("unique", field.unique());
        model.put("sortable", comparable);
        model.put("filterable", comparable);
        model.put("description", field.description().orElse(""));
        put(model, "maxLength", field.maxLength());
        put(model, "minLength", field.minLength());
        put(model, "pattern", field.pattern());
        put(model, "min", field.min());
        put(model, "max", field.max());
        put(model, "precision", field.precision());
        put(model, "scale", field.scale());
        put(model, "default", field.defaultValue());
        if (!field.values().isEmpty()) {
            model.put(
                    "values", field.values().stream().map(ResourceModel::choice).toList());
        }
        if (reference) {
            model.put("to", identity(description.target(field)));
        }
        model.put("java", Map.of("name", Identifiers.java(field.key())));
        model.put("typescript", Map.of("name", field.key().camel()));
        model.put("python", Map.of("name", Identifiers.python(field.key())));
        model.put("types", types.columns(field.type().key(), typeValues(resource, field)));
        model.put("samples", samples(field));
        return model;
    }

    private Map<String, String> typeValues(Resource resource, Field field) {
        Map<String, String> values = new LinkedHashMap<>();
        field.precision().ifPresent(precision -> values.put("precision", precision.toString()));
        field.scale().ifPresent(scale -> values.put("scale", scale.toString()));
        field.maxLength().ifPresent(length -> values.put("maxLength", length.toString()));
        values.put("Enum", resource.name().pascal() + field.name().pascal());
        if (field.type() == FieldType.REFERENCE) {
            values.put("to", description.target(field).name().pascal());
        }
        return values;
    }

    private static Map<String, Object> choice(Choice choice) {
        String words = choice.text().replace('-', ' ').replace('_', ' ');
        return Map.of(
                "wire", choice.text(),
                "constant", choice.constant(),
                "title", Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    private static Map<String, Object> samples(Field field) {
        Samples samples = Samples.of(field);
        List<Object> valid = new ArrayList<>();
        for (int n = 0; n < SAMPLES; n++) {
            valid.add(samples.valid(n));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("valid", valid);
        model.put("updated", valid.get(1));
        model.put("distinct", Math.min(samples.distinctValues(), SAMPLES));
        model.put(
                "invalid",
                samples.invalid().stream()
                        .map(invalid -> {
                            Map<String, Object> fault = new LinkedHashMap<>();
                            fault.put("code", invalid.fault().key());
                            put(fault, "value", invalid.value());
                            return fault;
                        })
                        .toList());
        return model;
    }

    private List<Map<String, Object>> referencedBy(Resource target) {
        List<Map<String, Object>> references = new ArrayList<>();
        for (Resource resource : description.resources()) {
            for (Field reference : resource.references()) {
                if (description.target(reference).equals(target)) {
                    Map<String, Object> by = new LinkedHashMap<>();
                    by.put("resource", identity(resource));
                    by.put(
                            "field",
                            Map.of(
                                    "name", forms(reference.name()),
                                    "json", reference.key().camel(),
                                    "column", Identifiers.sql(reference.key()),
                                    "required", reference.required()));
                    references.add(by);
                }
            }
        }
        return references;
    }

    private static List<List<Map<String, Object>>> combinations(
            Resource resource, List<Map<String, Object>> fields, boolean alsoSingle) {
        List<List<Map<String, Object>>> combinations = new ArrayList<>();
        if (alsoSingle) {
            where(fields, "unique").forEach(field -> combinations.add(List.of(field)));
        }
        for (List<Name> names : resource.unique()) {
            combinations.add(names.stream()
                    .map(name -> fields.get(
                            resource.fields().indexOf(resource.field(name).orElseThrow())))
                    .toList());
        }
        return combinations;
    }

    private static List<Map<String, Object>> where(List<Map<String, Object>> fields, String flag) {
        return fields.stream()
                .filter(field -> Boolean.TRUE.equals(field.get(flag)))
                .toList();
    }

    static Map<String, Object> forms(Name name) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("kebab", name.kebab());
        forms.put("snake", name.snake());
        forms.put("camel", name.camel());
        forms.put("pascal", name.pascal());
        forms.put("constant", name.constant());
        forms.put("flat", name.flat());
        forms.put("words", name.words());
        forms.put("title", name.title());
        return forms;
    }

    private static void put(Map<String, Object> model, String key, Optional<?> value) {
        value.ifPresent(present -> model.put(key, present));
    }
}
