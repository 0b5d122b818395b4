package dev.pave.verify.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void aStatementBeginsOnTheLineOfItsFirstWord() {
        assertThat(SqlText.statements(
                        "-- one; two\n\ncreate table a (\n  b int\n);\n\n/* x; /* y */ ; */ drop table a;\n"))
                .extracting(
                        statement -> statement.line() + " " + statement.text().replaceAll("\\s+", " "))
                .containsExactly("3 create table a ( b int )", "7 drop table a");
    }

    @Test
    void textsDollarQuotesAndQuotedNamesDoNotEndAStatement() {
        assertThat(SqlText.statements("""
                        insert into a values ('x;''y', e'\\';', $1);
                        do $body$ begin drop table a; end $body$;
                        create table "a;b" ();
                        """)).extracting(SqlText.Statement::line).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsOpenAtTheEndIsRead() {
        for (String open : new String[] {"'", "\"", "$$", "$a$", "/*", "--", "e'\\", "$"}) {
            assertThat(SqlText.statements("select 1;\n" + open)).hasSizeBetween(1, 2);
        }
    }

    @Test
    void aNameIsFoundAsAWordOnly() {
        SqlText.Statement statement = SqlText.statements("create table students (\n  student_id uuid,\n  id uuid\n)")
                .get(0);

        assertThat(statement.mentions("student")).isFalse();
        assertThat(statement.lineOf("id")).isEqualTo(3);
        assertThat(statement.lineOf("STUDENT_ID")).isEqualTo(2);
        assertThat(statement.startsWith("create")).isTrue();
        assertThat(statement.startsWith("creat")).isFalse();
    }
}
