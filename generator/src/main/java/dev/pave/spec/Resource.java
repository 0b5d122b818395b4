package dev.pave.spec;

import dev.pave.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that a service keeps.
 *
 * @param plural how many of them are called, in paths, tables and packages
 * @param description what it is; empty where nothing is said
 * @param fields in the order of the description
 * @param unique combinations of fields that occur once; a single field says so itself
 */
public record Resource(
        Name name, Name plural, String description, List<Field> fields, List<List<Name>> unique, Location location) {

    public Resource {
        fields = List.copyOf(fields);
        unique = unique.stream().map(List::copyOf).toList();
    }

    public Optional<Field> field(Name wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /** The fields that refer to another resource or to this one. */
    public List<Field> references() {
        return fields.stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
    }
}
