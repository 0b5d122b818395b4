package dev.pave.verify.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts rows into every table of a database: one with as many columns as can be filled, one with only those that have to be.
 *
 * <p>What a column takes is not worked out here: PostgreSQL is asked which of some values suit its type and its checks.
 */
final class SampleRows {

    private final Connection connection;
    private final SampleValues values;

    private SampleRows(Connection connection) {
        this.connection = connection;
        this.values = new SampleValues(connection);
    }

    /**
     * Inserts and commits.
     *
     * @return the tables for which no row could be made, sorted
     */
    static List<String> insert(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        List<String> left = new SampleRows(connection).insert(TableShape.all(connection));
        connection.commit();
        return left;
    }

    private List<String> insert(List<TableShape> tables) throws SQLException {
        List<TableShape> waiting = new ArrayList<>(tables);
        Set<String> empty = new TreeSet<>();
        while (!waiting.isEmpty()) {
            Set<String> names = waiting.stream().map(TableShape::name).collect(Collectors.toSet());
            List<TableShape> ready = waiting.stream()
                    .filter(table -> table.references().stream()
                            .map(TableShape.Reference::to)
                            .noneMatch(to -> !to.equals(table.name()) && names.contains(to)))
                    .toList();
            // Tables that refer to each other in a ring: one of them may do without.
            for (TableShape table : ready.isEmpty() ? waiting.subList(0, 1) : ready) {
                if (!fill(table)) {
                    empty.add(table.name());
                }
            }
            waiting.removeAll(ready.isEmpty() ? List.of(waiting.get(0)) : ready);
        }
        return List.copyOf(empty);
    }

    private boolean fill(TableShape table) throws SQLException {
        boolean full = insert(table, table.columns(), 0) || insert(table, required(table), 0);
        return insert(table, required(table), 1) || full;
    }

    private static List<TableShape.Column> required(TableShape table) {
        return table.columns().stream().filter(TableShape.Column::required).toList();
    }

    private boolean insert(TableShape table, List<TableShape.Column> columns, int number) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Set<String> names = new LinkedHashSet<>();
            List<String> expressions = new ArrayList<>();
            for (TableShape.Column column : columns) {
                String expression = expression(table, column, number);
                if (!expression.equals("null") || column.required()) {
                    names.add(column.name());
                    expressions.add(expression);
                }
            }
            String row = names.isEmpty()
                    ? " default values"
                    : " (" + String.join(", ", names) + ") values (" + String.join(", ", expressions) + ")";
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into " + table.name() + row);
            }
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            // A check over several columns, a trigger: no row of these values. The caller says which tables stay empty.
            connection.rollback(before);
            return false;
        }
    }

    /** The column's value as SQL. */
    private String expression(TableShape table, TableShape.Column column, int number) throws SQLException {
        for (TableShape.Reference reference : table.references()) {
            int at = reference.columns().indexOf(column.name());
            if (at >= 0) {
                return "(select " + reference.keys().get(at) + " from " + reference.to() + " order by "
                        + String.join(", ", reference.keys()) + " offset " + number
                        + " % greatest(1, (select count(*) from " + reference.to() + ")) limit 1)";
            }
        }
        List<String> suitable = values.suitable(column);
        return suitable.isEmpty()
                ? "null"
                : quoted(suitable.get(Math.min(number, suitable.size() - 1))) + "::" + column.type();
    }

    private String quoted(String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_literal(?)")) {
            statement.setString(1, text);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** Values that are tried, and PostgreSQL's opinion of them. */
    private record SampleValues(Connection connection) {

        private static final List<String> COMMON = List.of(
                "1",
                "2",
                "a1",
                "b2",
                "A1",
                "B2",
                "true",
                "false",
                "2020-01-01",
                "2020-01-02",
                "2020-01-01T00:00:00Z",
                "2020-01-02T00:00:00Z",
                "2100-01-01T00:00:00Z",
                "2100-01-02T00:00:00Z",
                "12:00:00",
                "13:00:00",
                "1 day",
                "00000000-0000-4000-8000-000000000001",
                "00000000-0000-4000-8000-000000000002",
                "first@example.org",
                "second@example.org",
                "https://example.org/first",
                "https://example.org/second",
                "{\"a\": 1}",
                "{\"a\": 2}",
                "{}",
                "[]",
                "\\x01",
                "\\x02",
                "192.0.2.1",
                "192.0.2.2",
                "[1,2)",
                "(1,2)",
                "<a/>");
        private static final int LONGEST = 4_096;

        List<String> suitable(TableShape.Column column) throws SQLException {
            String checks = column.checks().stream()
                    .map(check -> " and (" + check + ") is not false")
                    .collect(Collectors.joining());
            String sql = "select pave_text from unnest(?) with ordinality as pave_tried (pave_text, pave_number)"
                    + " cross join lateral (select case when pg_input_is_valid(pave_text, ?) then pave_text::"
                    + column.type() + " end as " + column.name() + ") as pave_value"
                    + " where " + column.name() + " is not null" + checks + " order by pave_number limit 2";
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1, connection.createArrayOf("text", tried(column).toArray()));
                statement.setString(2, column.type());
                List<String> result = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        result.add(rows.getString(1));
                    }
                }
                connection.releaseSavepoint(before);
                return result;
            } catch (SQLException e) {
                // A check that stops at one of the values: none is known to suit.
                connection.rollback(before);
                return List.of();
            }
        }

        /** The common ones, and what the checks themselves name: texts, numbers, and texts as long as the numbers. */
        private static Set<String> tried(TableShape.Column column) {
            Set<String> result = new LinkedHashSet<>(column.labels());
            for (String check : column.checks()) {
                result.addAll(TableShape.texts(check));
            }
            result.addAll(COMMON);
            for (String check : column.checks()) {
                for (long number : TableShape.numbers(check)) {
                    IntStream.rangeClosed(-1, 1).forEach(step -> result.add(String.valueOf(number + step)));
                    if (number <= LONGEST) {
                        result.add("a".repeat((int) number));
                        result.add("b".repeat((int) number));
                        result.add("\\x" + "01".repeat((int) number));
                        result.add("\\x" + "02".repeat((int) number));
                    }
                }
            }
            return result;
        }
    }
}
