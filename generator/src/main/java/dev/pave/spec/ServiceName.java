package dev.pave.spec;

import java.util.Optional;

/**
 * The name of a service: a DNS label that is also the name of a database schema and the last part of a package.
 *
 * @param name its words
 */
public record ServiceName(Name name) {

    public ServiceName {
        refusal(name).ifPresent(reason -> {
            throw new IllegalArgumentException("not the name of a service: '" + name + "', " + reason);
        });
    }

    public static ServiceName of(String kebab) {
        return new ServiceName(new Name(kebab));
    }

    /** Why a name cannot be that of a service: PostgreSQL keeps some names of schemas for itself, and manifests print it without quotes. */
    static Optional<String> refusal(Name name) {
        if (Identifiers.isWordOfYaml(name)) {
            return Optional.of("YAML takes the word for a truth value or for nothing");
        }
        String schema = name.snake();
        if (schema.startsWith("pg_") || schema.equals("information_schema") || schema.equals("public")) {
            return Optional.of("PostgreSQL keeps the schema " + schema + " for itself");
        }
        return Optional.empty();
    }

    /** {@code student-records}; also the DNS label. */
    public String kebab() {
        return name.kebab();
    }

    /** {@code student_records} */
    public String snake() {
        return name.snake();
    }

    /** {@code studentRecords} */
    public String camel() {
        return name.camel();
    }

    /** {@code StudentRecords} */
    public String pascal() {
        return name.pascal();
    }

    /** {@code STUDENT_RECORDS} */
    public String constant() {
        return name.constant();
    }

    /** {@code studentrecords} */
    public String flat() {
        return name.flat();
    }

    /** {@code student records} */
    public String words() {
        return name.words();
    }

    /** {@code Student records} */
    public String title() {
        return name.title();
    }

    @Override
    public String toString() {
        return kebab();
    }
}
