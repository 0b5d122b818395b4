package dev.pave.verify.sql;

import static dev.pave.verify.sql.Sql.FIRST;
import static dev.pave.verify.sql.Sql.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of the part flyway: none has anything against the example, each finds a fault that is made by hand. */
class SchemaRulesTest {

    private static final SqlDatabase DATABASE = new SqlDatabase();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** The queries of rules, by the id of the rule. */
    private static Map<String, String> queries() throws IOException {
        Path file = Path.of("..", "templates", "features", "flyway", "rules.yaml");
        Map<String, String> queries = new TreeMap<>();
        for (YamlNode item : ((YamlNode.Sequence) YamlReader.read("rules.yaml", Files.readString(file))).items()) {
            YamlNode.Mapping rule = (YamlNode.Mapping) item;
            rule.get("query")
                    .ifPresent(query -> queries.put(
                            text(rule.get("id").or(() -> rule.get("practice")).orElseThrow()), text(query)));
        }
        return queries;
    }

    private static String text(YamlNode node) {
        return ((YamlNode.Scalar) node).text();
    }

    private static Schema schema(String migration) {
        return DATABASE.schemasOf(files(FIRST, migration)).get(0);
    }

    @Test
    void noQueryHasAnythingAgainstTheExample() throws IOException {
        Map<String, String> queries = queries();
        Schema schema = schema(Sql.example());

        assertThat(queries).hasSizeGreaterThan(12);
        queries.forEach(
                (rule, query) -> assertThat(schema.query(query)).as(rule).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foreign-keys | foreign key (course_id) references student_records.courses (id) on delete restrict | check (true)"
                        + " | student_records.enrolments.course_id",
                "foreign-key-indexes | on student_records.enrolments (course_id) include | on student_records.enrolments (grade) include"
                        + " | student_records.enrolments.enrolments_course_id_fkey",
                "covering-indexes | (course_id) include (deleted_at) | (course_id) | student_records.enrolments_course_id_idx",
                "query-indexes | on student_records.courses (created_at, id) | on student_records.courses (id, created_at) | student_records.courses",
                "constraints | check (octet_length(response_body) <= 4194304) | check (true) | student_records.idempotency_keys.response_body",
                "constraints/exact-amounts | grade numeric(5, 2) | grade real | student_records.enrolments.grade",
                "constraints/time-zones | updated_at timestamptz | updated_at timestamp | student_records.courses.updated_at",
                "schema-comments | comment on column student_records.students.email is | comment on column student_records.students.id is"
                        + " | student_records.students.email",
                "schema-comments | comment on table student_records.courses is | comment on table student_records.students is | student_records.courses",
                "optimistic-locking/column | version bigint not null default 0 | version bigint | student_records.courses",
                "soft-delete/column | create table student_records.idempotency_keys ( | create table student_records.idempotency_keys ( updated_at timestamptz,"
                        + " | student_records.idempotency_keys",
                "soft-delete/unique-among-live | on student_records.courses (code) where deleted_at is null | on student_records.courses (code)"
                        + " | student_records.courses_code_key",
                "idempotency-keys/table | idempotency_keys | answers | idempotency_keys",
                "normalized-schema/primary-key | constraint courses_pkey primary key (id) | constraint courses_pkey unique (id) | student_records.courses",
                "design-for-scale/keys | constraint idempotency_keys_pkey primary key (subject, operation, key) | few smallint primary key"
                        + " | student_records.idempotency_keys.few",
            })
    void eachQueryFindsAFaultThatIsMadeByHand(String rule, String before, String after, String object)
            throws IOException {
        String example = Sql.example();
        assertThat(example).contains(before);

        List<SchemaRow> rows =
                schema(example.replace(before, after)).query(queries().get(rule));

        assertThat(rows).extracting(SchemaRow::object).contains(object);
    }
}
