package dev.pave.verify.sql;

import static dev.pave.verify.sql.Sql.FIRST;
import static dev.pave.verify.sql.Sql.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.verify.rule.Queries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlQueriesTest {

    private static final SqlDatabase DATABASE = new SqlDatabase();
    private static final List<String> ALL = List.of("**/V*__*.sql");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Optional<List<String>> rows(List<String> patterns, String sql, String... pathsAndTexts) {
        Queries queries = new SqlQueries(DATABASE);
        return queries.rows(files(pathsAndTexts), patterns, sql)
                .map(rows -> rows.stream()
                        .map(row -> row.place() + " " + row.object())
                        .toList());
    }

    @Test
    void aRowStandsAtTheLineThatMadeItsObject() {
        assertThat(rows(ALL, "select 'a.b', 'text'", FIRST, "create table a (\n  b text\n);"))
                .contains(List.of(FIRST + ":2 a.b (text)"));
        assertThat(rows(ALL, "select 'a.b' where false", FIRST, "create table a ();"))
                .contains(List.of());
    }

    @Test
    void aQueryThatFailsIsARowThatSaysSo() {
        assertThat(rows(ALL, "select 'x' from nothing", FIRST, "create table a ();"))
                .hasValueSatisfying(rows -> assertThat(rows)
                        .singleElement()
                        .asString()
                        .startsWith(FIRST + " not judged: the query fails: ")
                        .contains("\"nothing\" does not exist"));
    }

    @Test
    void whereNoMigrationIsMeantOrAppliesThereIsNoAnswer() {
        String sql = "select 'a'";

        assertThat(rows(ALL, sql, "README.md", "")).isEmpty();
        assertThat(rows(ALL, sql, FIRST, "selec")).isEmpty();
        assertThat(rows(List.of("other/*.sql"), sql, FIRST, "create table a ();"))
                .isEmpty();
        assertThat(rows(List.of("db/migration/*.sql", "!db/**"), sql, FIRST, "create table a ();"))
                .isEmpty();
    }
}
