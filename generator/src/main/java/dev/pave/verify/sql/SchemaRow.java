package dev.pave.verify.sql;

import java.util.Comparator;

/**
 * A row that a rule's query gave: something in the schema that the rule has something against.
 *
 * @param object its name, as {@code student_records.students.email}
 * @param detail more about it, from the second column; empty where there is none
 */
public record SchemaRow(String object, String detail) implements Comparable<SchemaRow> {

    private static final Comparator<SchemaRow> ORDER =
            Comparator.comparing(SchemaRow::object).thenComparing(SchemaRow::detail);

    @Override
    public int compareTo(SchemaRow other) {
        return ORDER.compare(this, other);
    }
}
