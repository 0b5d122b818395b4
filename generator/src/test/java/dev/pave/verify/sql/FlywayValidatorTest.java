package dev.pave.verify.sql;

import static dev.pave.verify.sql.Sql.FIRST;
import static dev.pave.verify.sql.Sql.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.verify.RepositoryFiles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayValidatorTest {

    private static final String SECOND = "db/migration/V2__second.sql";
    private static final SqlDatabase DATABASE = new SqlDatabase();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static List<String> found(String... pathsAndTexts) {
        return found(files(pathsAndTexts));
    }

    private static List<String> found(RepositoryFiles files) {
        return new FlywayValidator(DATABASE)
                .validate(files).stream()
                        .sorted()
                        .map(finding -> finding.rule() + " " + finding.place() + " " + finding.message())
                        .toList();
    }

    @Test
    void theExampleHasNoFinding() throws IOException {
        assertThat(found(FIRST, Sql.example())).isEmpty();
    }

    @Test
    void aRepositoryWithoutMigrationsHasNoFinding() {
        assertThat(found("README.md", "", "schema.sql", "selec")).isEmpty();
    }

    /** That the column cannot be added shows that the table had a row, in spite of all its checks. */
    @ParameterizedTest
    @ValueSource(strings = {"students", "courses", "enrolments", "idempotency_keys"})
    void everyTableOfTheExampleHasRowsWhenTheLastVersionIsApplied(String table) throws IOException {
        String change = "-- more\nalter table student_records." + table + "\nadd column more text";

        assertThat(found(FIRST, Sql.example(), SECOND, change + " not null;"))
                .containsExactly("flyway/version-before " + SECOND
                        + ":2 the migration does not apply to version 1 with rows in its tables: column \"more\" of relation \""
                        + table + "\" contains null values");
        assertThat(found(FIRST, Sql.example(), SECOND, change + " not null default '';"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a smallint not null check (a between 40 and 50)",
                "a varchar(3) not null unique check (a ~ '^[A-Z]+[0-9]$')",
                "a char(2) not null",
                "a mood not null",
                "a positive not null",
                "a jsonb not null check (jsonb_typeof(a) = 'object')",
                "a bytea not null check (octet_length(a) = 20)",
                "a text[] not null",
                "a inet not null, b interval not null, c time not null, d boolean not null, e real not null",
                "a timestamptz not null check (a > '2025-01-01T00:00:00Z')",
                "\"order; by\" text not null check (\"order; by\" in ('it''s', 'so'))",
                "a int generated always as identity, b int generated always as (1) stored",
                "a int references t (id)",
                "a int not null references other (id)",
                "a text not null check (char_length(a) = 17)",
            })
    void rowsAreMadeForColumnsOfManyKinds(String columns) {
        String first = """
                create type mood as enum ('sad', 'happy');
                create domain positive as int check (value > 1);
                create table t (id int primary key, %s);
                create table other (id int primary key check (id > 70));
                """.formatted(columns);
        String ordered = first.replace("create table other (id int primary key check (id > 70));\n", "")
                .replace("create table t", "create table other (id int primary key check (id > 70));\ncreate table t");

        assertThat(found(FIRST, ordered, SECOND, "alter table t add column more text not null;"))
                .singleElement()
                .asString()
                .startsWith("flyway/version-before " + SECOND + ":1 ")
                .endsWith("contains null values");
    }

    @Test
    void aTableForWhichNoRowCanBeMadeIsNamedButIsNoFinding() {
        String first = "create table odd (a text not null check (a ~ '^zz[0-9]{5}$'));\ncreate table t (a int);";

        assertThat(found(FIRST, first, SECOND, "alter table odd add column b text not null;"))
                .isEmpty();
        assertThat(found(FIRST, first, SECOND, "alter table t add column b text not null;"))
                .singleElement()
                .asString()
                .endsWith("contains null values (without rows in public.odd)");
    }

    @Test
    void tablesThatReferToEachOtherHaveRows() {
        String first = """
                create table a (id int primary key, b int);
                create table b (id int primary key, a int not null references a (id));
                alter table a add foreign key (b) references b (id);
                """;

        assertThat(found(FIRST, first, SECOND, "alter table b add column more text not null;"))
                .hasSize(1);
    }

    @Test
    void aMigrationThatDoesNotApplyToAnEmptyDatabaseIsFoundAtItsLine() {
        assertThat(found(
                        FIRST, "create table a ();", SECOND, "create table b ();\n\nalter table a\n  drop column c;\n"))
                .containsExactly(
                        "flyway/empty-database " + SECOND
                                + ":3 the migration does not apply to an empty database: column \"c\" of relation \"a\" does not exist");
        assertThat(found(FIRST, "create table a (;"))
                .containsExactly("flyway/empty-database " + FIRST
                        + ":1 the migration does not apply to an empty database: syntax error at or near \";\"");
        assertThat(found(FIRST, "select 'open"))
                .singleElement()
                .asString()
                .startsWith("flyway/empty-database " + FIRST + ":1 ");
    }

    @Test
    void namesThatFlywayDoesNotReadAreFound() {
        assertThat(found(
                        FIRST,
                        "",
                        "db/migration/V2_one_underscore.sql",
                        "",
                        "db/migration/v3__small.sql",
                        "",
                        "db/migration/R__views.sql",
                        "",
                        "db/migration/afterMigrate.sql",
                        ""))
                .extracting(finding -> finding.substring(0, finding.indexOf(" Flyway")))
                .containsExactly(
                        "flyway/file-name db/migration/V2_one_underscore.sql",
                        "flyway/file-name db/migration/v3__small.sql");
    }

    @Test
    void aVersionThatIsThereTwiceIsFoundOnce() {
        assertThat(found(FIRST, "", "db/migration/V1.0__other.sql", "", "db/migration/V1.1__other.sql", ""))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("flyway/duplicate-version ");
    }

    @Test
    void aGapIsFoundWhereVersionsAreCounted() {
        assertThat(found(FIRST, "", "db/migration/V2__b.sql", "", "db/migration/V4__d.sql", ""))
                .containsExactly(
                        "flyway/missing-version db/migration/V4__d.sql version 3 is missing: the one before is 2");
        assertThat(found("db/migration/V20260101__a.sql", "", "db/migration/V20260301__b.sql", ""))
                .isEmpty();
        assertThat(found("db/migration/V1.1__a.sql", "", "db/migration/V1.4__b.sql", ""))
                .isEmpty();
    }

    @Test
    void anIndexIsMadeConcurrentlyOutsideATransaction() {
        String index = "create index concurrently a_b_idx on a (b);";
        String table = "create table a (b int);";

        assertThat(found(FIRST, table, SECOND, "-- alone\n" + index)).isEmpty();
        assertThat(found(FIRST, table, SECOND, "create table c ();\n" + index))
                .anyMatch(finding -> finding.startsWith("flyway/concurrently " + SECOND + ":2 "));
        assertThat(found(
                        FIRST,
                        table,
                        SECOND,
                        "create table c ();\n" + index,
                        SECOND + ".conf",
                        "executeInTransaction=false"))
                .isEmpty();
    }
}
