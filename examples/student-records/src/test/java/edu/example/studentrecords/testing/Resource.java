package edu.example.studentrecords.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the tests have to know of a resource: its place, its fields, and which of them are unique together. */
public final class Resource {

    private final String name;
    private final String table;
    private final List<Field> fields;
    private final List<List<String>> uniqueKeys = new ArrayList<>();

    /**
     * @param name what stands in the path and in the scopes
     * @param table where the rows are, without the schema
     */
    public Resource(String name, String table, Field... fields) {
        this.name = name;
        this.table = table;
        this.fields = List.of(fields);
    }

    public Resource unique(String... properties) {
        uniqueKeys.add(List.of(properties));
        return this;
    }

    public String name() {
        return name;
    }

    public String path() {
        return "/api/v1/" + name;
    }

    public String table() {
        return table;
    }

    public String readScope() {
        return name + ":read";
    }

    public String writeScope() {
        return name + ":write";
    }

    public List<Field> fields() {
        return fields;
    }

    public Field field(String property) {
        return fields.stream()
                .filter(it -> it.name().equals(property))
                .findFirst()
                .orElseThrow();
    }

    public List<List<String>> uniqueKeys() {
        return uniqueKeys;
    }

    /**
     * Whether a new one can name what the field refers to. An optional reference that leads back to this resource
     * is left out of a first body: what it refers to would in turn need this one.
     */
    public boolean canStartWith(Field field) {
        return !field.isReference() || field.mustBeSent() || !field.target().leadsTo(name, new HashSet<>());
    }

    private boolean leadsTo(String other, Set<String> seen) {
        return name.equals(other)
                || seen.add(name)
                        && fields.stream()
                                .filter(Field::isReference)
                                .anyMatch(it -> it.target().leadsTo(other, seen));
    }

    @Override
    public String toString() {
        return name;
    }
}
