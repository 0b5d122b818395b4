package dev.pave.verify.sql;

import dev.pave.problem.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Flyway, applying a repository's migrations to a database. */
final class FlywayRun {

    /** Where Flyway remembers what it did; not a table of the repository. */
    static final String HISTORY = "flyway_schema_history";

    private FlywayRun() {}

    /**
     * Applies what the database does not have yet.
     *
     * @param target the last version to apply
     * @throws SqlFault where a migration does not apply, with its line
     */
    static void migrate(DataSource database, Migrations migrations, MigrationVersion target) {
        try (TemporaryFolder folder = TemporaryFolder.create("pave-migrations-")) {
            for (Map.Entry<String, byte[]> file : migrations.contents().entrySet()) {
                folder.write(file.getKey(), file.getValue());
            }
            try {
                Flyway.configure(FlywayRun.class.getClassLoader())
                        .dataSource(database)
                        .loggers("slf4j")
                        .locations("filesystem:" + folder.path().resolve(migrations.folder()))
                        .table(HISTORY)
                        .target(target)
                        .placeholderReplacement(migrations.placeholders())
                        // A lock that is held by a transaction would make "create index concurrently" wait for ever.
                        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .load()
                        .migrate();
            } catch (RuntimeException e) {
                // Not only Flyway's own: what its parser stumbles over comes from a file as well.
                throw fault(e, folder.path(), migrations);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SqlFault fault(RuntimeException e, Path folder, Migrations migrations) {
        Optional<FlywaySqlScriptException> script = cause(e, FlywaySqlScriptException.class);
        Optional<ServerErrorMessage> server = cause(e, PSQLException.class).map(PSQLException::getServerErrorMessage);
        String message = server.map(FlywayRun::message)
                .or(() -> cause(e, SQLException.class).map(SQLException::getMessage))
                .orElseGet(() -> lastMessage(e));
        String oneLine = message.replace(folder + "/", "").strip().replaceAll("\\s+", " ");
        if (script.isPresent()) {
            FlywaySqlScriptException at = script.get();
            int line = at.getLineNumber()
                    + server.map(error -> linesBefore(at.getStatement(), error.getPosition()))
                            .orElse(0);
            return new SqlFault(
                    place(at.getResource().getAbsolutePathOnDisk(), folder, migrations, Math.max(1, line)), oneLine);
        }
        return cause(e, FlywayMigrateException.class)
                .map(FlywayMigrateException::getMigration)
                .map(MigrationInfo::getPhysicalLocation)
                .map(path -> new SqlFault(place(path, folder, migrations, 1), oneLine))
                .orElseGet(() ->
                        new SqlFault(Location.of(migrations.versioned().get(0).path(), 1), oneLine));
    }

    private static String message(ServerErrorMessage error) {
        return error.getDetail() == null
                ? error.getMessage() + ""
                : error.getMessage() + " (" + error.getDetail() + ")";
    }

    /**
     * Lines from a statement's first word to the character at which the server stopped, which it counts from 1. Flyway sends the comments before a
     * statement along, but says the line of its first word.
     */
    private static int linesBefore(String statement, int position) {
        int characters = Math.min(Math.max(0, position - 1), statement.codePointCount(0, statement.length()));
        int lines = SqlText.newLines(statement.substring(0, statement.offsetByCodePoints(0, characters)));
        int comments = SqlText.statements(statement).stream()
                .findFirst()
                .map(first -> first.line() - 1)
                .orElse(0);
        return Math.max(0, lines - comments);
    }

    private static Location place(String path, Path folder, Migrations migrations, int line) {
        String relative = folder.relativize(Path.of(path)).toString().replace('\\', '/');
        return migrations.contents().containsKey(relative)
                ? Location.of(relative, line)
                : Location.of(migrations.versioned().get(0).path(), 1);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable error, Class<T> type) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return Optional.of(type.cast(e));
            }
        }
        return Optional.empty();
    }

    private static String lastMessage(Throwable error) {
        Throwable e = error;
        while (e.getCause() != null) {
            e = e.getCause();
        }
        return String.valueOf(e.getMessage());
    }
}
