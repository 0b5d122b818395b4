[#import "/lib/code.java.ftl" as code]
package [=java.package];

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

[@code.sorted]
import [=java.package].testing.Resources;
import [=java.package].testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
[/@code.sorted]

/** What the migrations made of an empty database. */
class MigrationIT {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    @Test
    void applyOnce() {
        assertThat(DATABASE.flyway().info().applied()).isNotEmpty();
        assertThat(DATABASE.flyway().info().pending()).isEmpty();
        assertThat(DATABASE.flyway().migrate().migrationsExecuted).isZero();
        assertThat(DATABASE.flyway().validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void giveEveryTableAPrimaryKey() {
        assertNone("""
                select c.relname from pg_class c
                where c.relnamespace = '[=service.snake]'::regnamespace and c.relkind = 'r'
                and not exists (select from pg_constraint p where p.conrelid = c.oid and p.contype = 'p')
                """);
    }

[@practice id="schema-comments"]
    @Test
    void describeEveryTable() {
        assertNone("""
                select c.relname from pg_class c
                where c.relnamespace = '[=service.snake]'::regnamespace and c.relkind = 'r'
                and c.relname <> 'flyway_schema_history' and obj_description(c.oid, 'pg_class') is null
                """);
    }

    @Test
    void describeEveryColumn() {
        assertNone("""
                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = '[=service.snake]'::regnamespace and c.relkind = 'r'
                and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped
                and col_description(a.attrelid, a.attnum) is null
                """);
    }

[/@practice]
[@practice id="foreign-key-indexes"]
    @Test
    void giveEveryForeignKeyAnIndex() {
        assertNone("""
                select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
                where f.connamespace = '[=service.snake]'::regnamespace and f.contype = 'f'
                and not exists (
                    select from pg_index i
                    where i.indrelid = f.conrelid and i.indpred is null and i.indkey[0] = f.conkey[1])
                """);
    }

[/@practice]
    @Test
    void storeTimesWithTheirZone() {
        assertNone("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = '[=service.snake]' and data_type = 'timestamp without time zone'
                and table_name <> 'flyway_schema_history'
                """);
    }

[@practice id="least-privilege-database-role"]
[@practice id="soft-delete"]
    @Test
    void leaveTheServiceUnableToRemoveARow() {
        Resources.all().forEach(it -> assertDenied("delete from " + TestDatabase.quoted(it.table())));
    }

[/@practice]
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "create table [=service.schema].x (id int)",
                    "drop table [=service.schema].[=resources[0].table]",
                    "truncate [=service.schema].[=resources[0].table]",
                    "create schema x"
            })
    void leaveTheServiceUnableToChangeTheSchema(String statement) {
        assertDenied(statement);
    }

[/@practice]
    private static void assertDenied(String statement) {
        assertThatThrownBy(() -> DATABASE.application().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("ERROR: (permission denied|must be owner) [\\s\\S]*");
    }

    private static void assertNone(String query) {
        List<String> found = DATABASE.owner().sql(query).query(String.class).list();

        assertThat(found).isEmpty();
    }
}
