package dev.pave.verify.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A table, as far as somebody who inserts has to know it. Names are quoted where SQL wants them quoted.
 *
 * @param name with its schema
 * @param columns that an INSERT has to or may fill; not those that fill themselves
 */
record TableShape(String name, List<Column> columns, List<Reference> references) {

    /**
     * A column.
     *
     * @param required whether it must have a value, and has no default
     * @param checks conditions on this column alone
     * @param labels what it may be, where its type is an enumeration
     */
    record Column(String name, String type, boolean required, List<String> checks, List<String> labels) {}

    /**
     * A foreign key.
     *
     * @param to the table it refers to
     * @param keys the columns there, in the order of the columns here
     */
    record Reference(List<String> columns, String to, List<String> keys) {}

    private static final Pattern TEXT = Pattern.compile("'((?:[^']++|''){0,100}+)'");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}+");

    /** All tables that the migrations made, sorted by name. */
    static List<TableShape> all(Connection connection) throws SQLException {
        String sql = """
                select c.oid, format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.oid >= 16384 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
                    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                order by 2
                """;
        List<TableShape> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                long table = rows.getLong(1);
                tables.add(
                        new TableShape(rows.getString(2), columns(connection, table), references(connection, table)));
            }
        }
        return tables;
    }

    private static List<Column> columns(Connection connection, long table) throws SQLException {
        String sql = """
                select quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull or t.typnotnull,
                    array(select pg_get_expr(k.conbin, k.conrelid) from pg_constraint k
                        where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] order by k.conname),
                    array(select e.enumlabel::text from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder)
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = ?::oid and a.attnum > 0 and not a.attisdropped and not a.atthasdef and a.attidentity = ''
                order by a.attnum
                """;
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getBoolean(3),
                            strings(rows.getArray(4)),
                            strings(rows.getArray(5))));
                }
            }
        }
        return columns;
    }

    private static List<Reference> references(Connection connection, long table) throws SQLException {
        String sql = """
                select
                    array(select quote_ident(a.attname) from unnest(k.conkey) with ordinality as u (n, i)
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.i),
                    (select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.oid = k.confrelid),
                    array(select quote_ident(a.attname) from unnest(k.confkey) with ordinality as u (n, i)
                        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.i)
                from pg_constraint k where k.conrelid = ?::oid and k.contype = 'f' order by k.conname
                """;
        List<Reference> references = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    references.add(
                            new Reference(strings(rows.getArray(1)), rows.getString(2), strings(rows.getArray(3))));
                }
            }
        }
        return references;
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    /** The texts that an expression names. */
    static List<String> texts(String expression) {
        return TEXT.matcher(expression)
                .results()
                .map(match -> match.group(1).replace("''", "'"))
                .toList();
    }

    /** The whole numbers that an expression names, also within texts. */
    static List<Long> numbers(String expression) {
        return NUMBER.matcher(expression)
                .results()
                .map(MatchResult::group)
                .map(Long::valueOf)
                .toList();
    }
}
