package dev.pave.verify.sql;

import static dev.pave.verify.sql.Sql.FIRST;
import static dev.pave.verify.sql.Sql.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlDatabaseTest {

    private static final String TABLES =
            "select c.oid::regclass::text, c.relkind::text from pg_class c where c.oid >= 16384 and relkind = 'r'";
    private static final SqlDatabase DATABASE = new SqlDatabase();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Schema schema(String... pathsAndTexts) {
        List<Schema> schemas = DATABASE.schemasOf(files(pathsAndTexts));
        assertThat(schemas).hasSize(1);
        return schemas.get(0);
    }

    @Test
    void aQuerySeesWhatTheMigrationsMadeAndNothingOfFlyway() {
        Schema schema = schema(
                FIRST,
                "create table b ();",
                "db/migration/V2__more.sql",
                "create schema s; create table s.a ();",
                "db/migration/R__again.sql",
                "create table c ();");

        assertThat(schema.query(TABLES))
                .containsExactly(new SchemaRow("b", "r"), new SchemaRow("c", "r"), new SchemaRow("s.a", "r"));
        assertThat(schema.query("select 'x' where false")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table x ()",
                "delete from a returning 'x'",
                "with gone as (delete from a returning 1) select 'x' from gone",
                "set transaction read write",
                "select 'x'; select 'y'",
                "select pg_read_file('/etc/hostname')",
                "copy (select 1) to program 'true'",
                "create temporary table x ()",
                "select 'x' from nothing",
                "selec",
                "select null",
                ""
            })
    void whatIsNotOneReadingQueryIsAFaultAndNoAnswer(String sql) {
        Schema schema = schema(FIRST, "create table a ();");

        assertThatThrownBy(() -> schema.query(sql)).isInstanceOf(SqlFault.class);
        assertThatThrownBy(() -> schema.query(sql)).isInstanceOf(SqlFault.class);
        assertThat(schema.query(TABLES)).containsExactly(new SchemaRow("a", "r"));
    }

    @Test
    void aMigrationThatDoesNotApplyIsAFaultAtTheLineOfTheError() {
        Schema schema =
                schema(FIRST, "create table a ();\n\n-- and\ncreate table b (\n    c int,\n    d strange\n);\n");

        SqlFault fault = catchThrowableOfType(SqlFault.class, () -> schema.query(TABLES));

        assertThat(fault).hasMessage("type \"strange\" does not exist");
        assertThat(fault.place()).hasToString("Optional[" + FIRST + ":6]");
    }

    @Test
    void aMigrationStartsNoProgramAndReadsNoFile(@TempDir Path folder) {
        Path made = folder.resolve("made");
        SqlFault program = catchThrowableOfType(
                SqlFault.class,
                () -> schema(FIRST, "copy (select 1) to program 'touch " + made + "';")
                        .query(TABLES));
        SqlFault file = catchThrowableOfType(
                SqlFault.class,
                () -> schema(FIRST, "select pg_read_file('/etc/hostname');").query(TABLES));

        assertThat(program).hasMessageContaining("permission denied");
        assertThat(file).hasMessageContaining("permission denied");
        assertThat(Files.exists(made)).isFalse();
    }

    @Test
    void repositoriesDoNotMeetEvenWhereTheyMakeTheSameRole() {
        for (String table : new String[] {"one", "two"}) {
            Schema schema = schema(
                    FIRST, "create role app; create table " + table + " (); grant select on " + table + " to app;");
            assertThat(schema.query(TABLES)).containsExactly(new SchemaRow(table, "r"));
        }
    }

    @Test
    void manySchemasMakeRoomForEachOther() {
        Schema first = schema(FIRST, "create table first_of_many ();");
        first.query(TABLES);
        for (int i = 0; i < 11; i++) {
            assertThat(schema(FIRST, "create table t" + i + " ();").query(TABLES))
                    .containsExactly(new SchemaRow("t" + i, "r"));
        }

        assertThat(first.query(TABLES + " and true")).containsExactly(new SchemaRow("first_of_many", "r"));
    }

    @Test
    void theSameMigrationsAreAskedOnce() {
        String sql = "select clock_timestamp()::text";

        assertThat(schema(FIRST, "create table a ();").query(sql))
                .isEqualTo(
                        schema(FIRST, "create table a ();", "README.md", "more").query(sql))
                .isNotEqualTo(schema(FIRST, "create table a ( );").query(sql));
    }

    @ParameterizedTest
    @CsvSource({
        "s.students,            db/migration/V1__create_schema.sql:3",
        "s.students.email,      db/migration/V1__create_schema.sql:5",
        "s.students.phone,      db/migration/V2__more.sql:1",
        "s.courses.id,          db/migration/V1__create_schema.sql:9",
        "s.students_email_idx,  db/migration/V1__create_schema.sql:11",
        "s.students.made_up,    db/migration/V1__create_schema.sql:3",
        "unheard-of,            db/migration/V2__more.sql:1",
    })
    void anObjectIsFoundOnTheLineThatMadeIt(String object, String place) {
        Schema schema =
                schema(FIRST, """
                        create schema s;
                        -- create table s.students (phone text)
                        create table s.students (
                            id uuid,
                            email text
                        );

                        create table s.courses (
                            id uuid
                        );
                        create index students_email_idx on s.students (email);
                        """, "db/migration/V2__more.sql", "alter table s.students add column phone text;");

        assertThat(schema.locate(object)).hasToString(place);
    }

    @Test
    void foldersOfOtherDatabasesAndOfTestsAreNotLookedAt() {
        assertThat(DATABASE.schemasOf(files(
                        "a/db/migration/V1__x.sql", "",
                        "a/db/migration/more/V2__x.sql", "",
                        "b/mysql/V1__x.sql", "",
                        "src/test/resources/db/V1__x.sql", "",
                        "c/schema.sql", "",
                        "V1_1__x.sql", "")))
                .extracting(Schema::folder)
                .containsExactly("");
        assertThat(DATABASE.schemasOf(files("a/db/V1__x.sql", "", "a/db/more/V2__x.sql", "", "b/V1__x.sql", "")))
                .extracting(Schema::folder)
                .containsExactly("a/db/", "b/");
    }
}
