package dev.pave.verify.sql;

import dev.pave.verify.RepositoryFiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for questions about the schemas of repositories. It starts with the first question and ends when this is closed:
 *
 * <pre>{@code
 * try (SqlDatabase database = new SqlDatabase()) {
 *     for (Schema schema : database.schemasOf(files)) {
 *         for (SchemaRow row : schema.query("select …")) {
 *             … schema.locate(row.object()) …
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Every schema has a database of its own. Answers are kept by the content of the migrations, so that hundreds of renderings that differ elsewhere
 * cost one run of them. May be used by several threads; they wait for each other.
 */
public final class SqlDatabase implements AutoCloseable {

    /** A database takes 8 MB of disk. Those that were not asked for the longest time make room, and are made again where they are asked for again. */
    private static final int MOST_DATABASES = 10;

    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_QUERY_SECONDS = 10;

    private record Question(String migrations, String sql) {}

    private final Map<String, String> databases = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, SqlFault> faults = new HashMap<>();
    private final Map<Question, List<SchemaRow>> answers = new HashMap<>();
    private @Nullable PostgresServer server;

    /**
     * The schema of each folder of versioned migrations for PostgreSQL, by the names of the files. Starts nothing.
     *
     * @return sorted by folder; empty where the repository has no such migration
     */
    public List<Schema> schemasOf(RepositoryFiles files) {
        return Migrations.in(files).stream()
                .map(migrations -> new Schema(this, migrations))
                .toList();
    }

    synchronized List<SchemaRow> query(Migrations migrations, String sql) {
        Question question = new Question(migrations.digest(), sql);
        List<SchemaRow> known = answers.get(question);
        if (known != null) {
            return known;
        }
        String name = database(migrations);
        try {
            List<SchemaRow> rows = rows(server().dataSource(name, PostgresServer.Role.READER), sql);
            answers.put(question, rows);
            return rows;
        } catch (SQLException e) {
            throw new SqlFault("the query fails: " + oneLine(e));
        }
    }

    private static List<SchemaRow> rows(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            statement.execute("set local statement_timeout = '" + LONGEST_QUERY_SECONDS + "s'");
            // The server's limit is one that a query can lift; this one the driver keeps.
            statement.setQueryTimeout(LONGEST_QUERY_SECONDS);
            statement.setMaxRows(MOST_ROWS);
            List<SchemaRow> rows = new ArrayList<>();
            if (!statement.execute(sql)) {
                throw new SqlFault("the query gives no rows, not even none: it has to be one SELECT");
            }
            try (ResultSet result = statement.getResultSet()) {
                boolean detailed = result.getMetaData().getColumnCount() > 1;
                while (result.next()) {
                    rows.add(new SchemaRow(
                            Optional.ofNullable(result.getString(1))
                                    .orElseThrow(
                                            () -> new SqlFault("the query gives a row without the name of an object")),
                            detailed ? Optional.ofNullable(result.getString(2)).orElse("") : ""));
                }
            }
            if (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                throw new SqlFault("the query is more than one statement");
            }
            return rows.stream().sorted().toList();
        }
    }

    /** The database on which these migrations were applied. */
    private String database(Migrations migrations) {
        SqlFault fault = faults.get(migrations.digest());
        if (fault != null) {
            throw fault;
        }
        String known = databases.get(migrations.digest());
        if (known != null) {
            return known;
        }
        try {
            String name = server().createDatabase();
            boolean done = false;
            try {
                DataSource source = server().dataSource(name, PostgresServer.Role.MIGRATOR);
                FlywayRun.migrate(source, migrations, MigrationVersion.LATEST);
                forgetHistory(source);
                databases.put(migrations.digest(), name);
                makeRoom();
                done = true;
                return name;
            } finally {
                if (!done) {
                    server().dropDatabase(name);
                }
            }
        } catch (SqlFault e) {
            faults.put(migrations.digest(), e);
            throw e;
        } catch (SQLException e) {
            throw new SqlFault("no database can be made: " + oneLine(e));
        }
    }

    /** A rule about tables is not about Flyway's own. */
    private static void forgetHistory(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists public." + FlywayRun.HISTORY);
        }
    }

    private void makeRoom() throws SQLException {
        Iterator<String> oldest = databases.values().iterator();
        while (databases.size() > MOST_DATABASES) {
            server().dropDatabase(oldest.next());
            oldest.remove();
        }
    }

    /** Why the migrations do not apply to an empty database; empty where they do. */
    synchronized Optional<SqlFault> fault(Migrations migrations) {
        try {
            database(migrations);
            return Optional.empty();
        } catch (SqlFault e) {
            return Optional.of(e);
        }
    }

    /** Does something with an empty database, which is dropped afterwards. */
    synchronized <T> T inEmptyDatabase(Function<DataSource, T> work) {
        try {
            String name = server().createDatabase();
            try {
                return work.apply(server().dataSource(name, PostgresServer.Role.MIGRATOR));
            } finally {
                server().dropDatabase(name);
            }
        } catch (SQLException e) {
            throw new SqlFault("no database can be made: " + oneLine(e));
        }
    }

    private PostgresServer server() {
        PostgresServer running = server;
        if (running == null) {
            running = PostgresServer.start();
            server = running;
        }
        return running;
    }

    static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** Stops PostgreSQL, where it was started, and removes its files. */
    @Override
    public synchronized void close() {
        databases.clear();
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
