package dev.pave.spec;

import dev.pave.problem.Location;
import dev.pave.problem.Suggestion;
import dev.pave.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one resource: its fields, and what can be said about them without knowing the other resources. */
final class ResourceReader {

    static final int MOST_FIELDS = 60;
    static final List<String> KEYS = List.of("plural", "description", "fields", "unique");

    /** Columns that every table has, and those that PostgreSQL adds to each (section 5.6 of its manual). */
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("id", "every resource has an id by itself"),
            Map.entry("createdat", "every resource has it by itself"),
            Map.entry("updatedat", "every resource has it by itself"),
            Map.entry("deletedat", "every resource has it by itself"),
            Map.entry("version", "every resource counts its versions by itself"),
            Map.entry("tableoid", "PostgreSQL keeps the name for a column of its own"),
            Map.entry("xmin", "PostgreSQL keeps the name for a column of its own"),
            Map.entry("cmin", "PostgreSQL keeps the name for a column of its own"),
            Map.entry("xmax", "PostgreSQL keeps the name for a column of its own"),
            Map.entry("cmax", "PostgreSQL keeps the name for a column of its own"),
            Map.entry("ctid", "PostgreSQL keeps the name for a column of its own"));

    /** An entry of an index is at most a third of a page, 2,704 bytes; a character takes up to four. */
    private static final int MOST_BYTES_IN_AN_INDEX = 2_600;

    private static final int BYTES_OF_A_CHARACTER = 4;
    private static final String ID = "-id";

    private final NodeReader nodes;
    private final Name name;
    private final String where;

    private ResourceReader(NodeReader nodes, Name name) {
        this.nodes = nodes;
        this.name = name;
        this.where = "the resource '" + name + "'";
    }

    static Optional<Resource> read(NodeReader nodes, String key, YamlNode.Entry entry) {
        return nodes.name(key, entry.key(), "a resource")
                .flatMap(name -> new ResourceReader(nodes, name).resource(entry));
    }

    private Optional<Resource> resource(YamlNode.Entry entry) {
        Optional<YamlNode.Mapping> mapping = nodes.mapping(entry.value(), where);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        nodes.refuseUnknownKeys(mapping.get(), KEYS, where);
        Optional<Name> plural = mapping.get().get("plural").isPresent()
                ? nodes.name(mapping.get().get("plural").orElseThrow(), "plural")
                : plural(entry.key());
        String description = mapping.get()
                .get("description")
                .flatMap(node -> nodes.freeText(node, "description"))
                .orElse("");
        List<Field> fields =
                nodes.required(mapping.get(), "fields", where).map(this::fields).orElse(List.of());
        List<List<Name>> unique =
                mapping.get().get("unique").map(node -> unique(node, fields)).orElse(List.of());
        return plural.map(many -> new Resource(name, many, description, fields, unique, entry.key()));
    }

    private Optional<Name> plural(Location place) {
        try {
            return Optional.of(name.plural());
        } catch (IllegalArgumentException e) {
            nodes.problem(
                    "invalid-name",
                    place,
                    "the plural of '" + name + "' is longer than " + Name.LONGEST + " characters",
                    "shorten the name, or add 'plural: …'");
            return Optional.empty();
        }
    }

    private List<Field> fields(YamlNode node) {
        List<Field> fields = new ArrayList<>();
        nodes.mapping(node, "fields").ifPresent(mapping -> {
            int size = mapping.entries().size();
            if (size == 0 || size > MOST_FIELDS) {
                nodes.problem(
                        "out-of-range",
                        mapping.location(),
                        where + " has " + size + " fields",
                        "from 1 to " + MOST_FIELDS);
            }
            mapping.entries()
                    .forEach((key, entry) -> nodes.name(key, entry.key(), "a field")
                            .flatMap(field -> FieldReader.read(nodes, field, entry))
                            .filter(this::isNameFree)
                            .ifPresent(fields::add));
        });
        refuseSameIdentifiers(fields);
        fields.stream().filter(Field::unique).forEach(field -> refuseLongIndex(List.of(field), field.location()));
        return fields;
    }

    private boolean isNameFree(Field field) {
        boolean reference = field.type() == FieldType.REFERENCE;
        if (reference && field.name().kebab().length() + ID.length() > Name.LONGEST) {
            nodes.problem(
                    "invalid-name",
                    field.location(),
                    "the reference '" + field.name() + "' becomes '" + field.name() + ID + "', longer than "
                            + Name.LONGEST + " characters",
                    "shorten it");
            return false;
        }
        String reason = TAKEN.get(field.key().flat());
        if (reason != null) {
            nodes.problem(
                    "reserved-name",
                    field.location(),
                    "a field cannot be called '" + field.name() + "': " + reason,
                    "choose another name");
        }
        return reason == null;
    }

    /** Different names may become one identifier, as {@code line-1} and {@code line1}, or a reference {@code student} and {@code student-id}. */
    private void refuseSameIdentifiers(List<Field> fields) {
        Map<String, Field> known = new HashMap<>();
        for (Field field : fields) {
            for (String identifier : identifiers(field.key())) {
                Field other = known.putIfAbsent(identifier, field);
                if (other != null && !other.equals(field)) {
                    nodes.problem(
                            "same-name",
                            field.location(),
                            "the fields '" + other.name() + "' and '" + field.name() + "' become the same name in code",
                            "rename one");
                    break;
                }
            }
        }
    }

    private static Set<String> identifiers(Name name) {
        Set<String> result = new HashSet<>();
        for (String identifier :
                List.of(name.flat(), Identifiers.java(name), Identifiers.typeScript(name), Identifiers.python(name))) {
            result.add(identifier.toLowerCase(Locale.ROOT).replace("_", ""));
        }
        return result;
    }

    private List<List<Name>> unique(YamlNode node, List<Field> fields) {
        List<List<Name>> result = new ArrayList<>();
        Set<Set<Name>> known = new HashSet<>();
        nodes.list(node, "unique").ifPresent(list -> {
            for (YamlNode item : list.items()) {
                nodes.list(item, "a combination in unique").ifPresent(combination -> {
                    List<Name> names = combination(combination, fields);
                    if (!names.isEmpty() && !known.add(Set.copyOf(names))) {
                        nodes.problem("duplicate", item.location(), "the same combination is listed twice", "keep one");
                    }
                    result.add(names);
                });
            }
        });
        return result;
    }

    private List<Name> combination(YamlNode.Sequence list, List<Field> fields) {
        List<Field> result = new ArrayList<>();
        for (YamlNode item : list.items()) {
            nodes.text(item, "a field in unique")
                    .flatMap(text -> field(text, item.location(), fields))
                    .ifPresent(field -> {
                        if (result.contains(field)) {
                            nodes.problem(
                                    "duplicate", item.location(), "'" + field.name() + "' is listed twice", "keep one");
                        } else {
                            result.add(field);
                        }
                    });
        }
        if (list.items().size() < 2) {
            nodes.problem(
                    "out-of-range",
                    list.location(),
                    "a combination has two fields or more",
                    "write 'unique: true' at the field itself");
        }
        refuseLongIndex(result, list.location());
        return result.stream().map(Field::name).toList();
    }

    private Optional<Field> field(String text, Location place, List<Field> fields) {
        Optional<Field> field =
                fields.stream().filter(f -> f.name().kebab().equals(text)).findFirst();
        if (field.isEmpty()) {
            List<String> known = fields.stream().map(f -> f.name().kebab()).toList();
            nodes.problem(
                    "unknown-field", place, where + " has no field '" + text + "'", Suggestion.remedy(text, known));
        } else if (!field.get().type().isComparable()) {
            nodes.problem(
                    "invalid-value",
                    place,
                    "'" + text + "' cannot be unique, it is of type "
                            + field.get().type().key(),
                    "");
        }
        return field.filter(f -> f.type().isComparable());
    }

    private void refuseLongIndex(List<Field> fields, Location place) {
        int bytes = 0;
        for (Field field : fields) {
            int size = field.type() == FieldType.STRING ? BYTES_OF_A_CHARACTER : 1;
            bytes += field.maxLength().orElse(BYTES_OF_A_CHARACTER) * size;
        }
        if (bytes > MOST_BYTES_IN_AN_INDEX) {
            nodes.problem(
                    "out-of-range",
                    place,
                    "values of up to " + bytes + " bytes are too long for a unique index of PostgreSQL",
                    "at most " + MOST_BYTES_IN_AN_INDEX + " bytes in all, "
                            + MOST_BYTES_IN_AN_INDEX / BYTES_OF_A_CHARACTER + " characters of a string");
        }
    }
}
