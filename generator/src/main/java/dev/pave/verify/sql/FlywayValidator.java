package dev.pave.verify.sql;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/** Whether migrations have names that Flyway understands, and apply: to an empty database, and to the version before with rows in its tables. */
public final class FlywayValidator implements Validator {

    private final SqlDatabase database;

    /**
     * @param database where the migrations are applied; stays open
     */
    public FlywayValidator(SqlDatabase database) {
        this.database = database;
    }

    @Override
    public String id() {
        return "flyway";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        List<Finding> found = new ArrayList<>();
        for (Migrations migrations : Migrations.in(files)) {
            misnamed(migrations, found);
            List<Finding> twice = duplicates(migrations);
            found.addAll(twice);
            gaps(migrations, found);
            concurrently(migrations, found);
            if (twice.isEmpty()) {
                applies(migrations).ifPresent(found::add);
            }
        }
        return found;
    }

    private void misnamed(Migrations migrations, List<Finding> found) {
        migrations.files().stream()
                .filter(file -> file.kind() == MigrationFile.Kind.MISNAMED)
                .forEach(file -> found.add(finding(
                        "file-name",
                        Location.of(file.path()),
                        "Flyway does not recognise this file and passes it over",
                        "name it V<version>__<description>.sql, with two underscores, or R__<description>.sql")));
    }

    private List<Finding> duplicates(Migrations migrations) {
        List<Finding> found = new ArrayList<>();
        List<MigrationFile> versioned = migrations.versioned();
        for (int i = 1; i < versioned.size(); i++) {
            MigrationFile one = versioned.get(i - 1);
            MigrationFile other = versioned.get(i);
            if (one.version().equals(other.version())) {
                found.add(finding(
                        "duplicate-version",
                        Location.of(other.path()),
                        "version " + other.version().orElseThrow() + " is also that of " + one.path(),
                        "give it the next version"));
            }
        }
        return found;
    }

    /** Where versions are counted, as in V1, V2, V4; times and versions with points may leave some out. */
    private void gaps(Migrations migrations, List<Finding> found) {
        List<MigrationFile> versioned = migrations.versioned();
        if (versioned.stream().anyMatch(file -> file.wholeNumber() < 0)
                || versioned.get(0).wholeNumber() > 1) {
            return;
        }
        for (int i = 1; i < versioned.size(); i++) {
            int before = versioned.get(i - 1).wholeNumber();
            int here = versioned.get(i).wholeNumber();
            if (here > before + 1) {
                found.add(finding(
                        "missing-version",
                        Location.of(versioned.get(i).path()),
                        "version " + (before + 1) + " is missing: the one before is " + before,
                        "add it, or count on without a gap, so that a file that was forgotten is noticed"));
            }
        }
    }

    private void concurrently(Migrations migrations, List<Finding> found) {
        for (MigrationFile file : migrations.files()) {
            List<SqlText.Statement> statements = migrations.statements(file.path());
            if (statements.size() < 2 || migrations.isWithoutTransaction(file.path())) {
                continue;
            }
            statements.stream()
                    .filter(statement -> statement.startsWith("create", "drop", "reindex")
                            && statement.mentions("index")
                            && statement.mentions("concurrently"))
                    .forEach(statement -> found.add(finding(
                            "concurrently",
                            Location.of(file.path(), statement.lineOf("concurrently")),
                            "an index cannot be changed concurrently within the transaction of a migration",
                            "put the statement alone in a file, or executeInTransaction=false in " + file.path()
                                    + ".conf")));
        }
    }

    private Optional<Finding> applies(Migrations migrations) {
        Optional<SqlFault> onEmpty = database.fault(migrations);
        if (onEmpty.isPresent()) {
            return onEmpty.map(fault -> finding(
                    "empty-database",
                    place(fault, migrations),
                    "the migration does not apply to an empty database: " + fault.getMessage(),
                    "it is run by the owner of the database, who is no superuser"));
        }
        List<MigrationFile> versioned = migrations.versioned();
        if (versioned.size() < 2) {
            return Optional.empty();
        }
        MigrationVersion before = versioned.get(versioned.size() - 2).version().orElseThrow();
        return database.inEmptyDatabase(source -> appliesToRows(source, migrations, before));
    }

    private Optional<Finding> appliesToRows(DataSource source, Migrations migrations, MigrationVersion before) {
        FlywayRun.migrate(source, migrations, before);
        List<String> empty = sampleRows(source);
        try {
            FlywayRun.migrate(source, migrations, MigrationVersion.LATEST);
            return Optional.empty();
        } catch (SqlFault fault) {
            String note = empty.isEmpty() ? "" : " (without rows in " + String.join(", ", empty) + ")";
            return Optional.of(finding(
                    "version-before",
                    place(fault, migrations),
                    "the migration does not apply to version " + before + " with rows in its tables: "
                            + fault.getMessage() + note,
                    "give a new column a default, or fill it, before it has to have a value"));
        }
    }

    private static List<String> sampleRows(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return SampleRows.insert(connection);
        } catch (SQLException e) {
            throw new SqlFault("the tables cannot be looked at: " + SqlDatabase.oneLine(e));
        }
    }

    private static Location place(SqlFault fault, Migrations migrations) {
        return fault.place()
                .orElseGet(() -> Location.of(migrations.versioned().get(0).path()));
    }

    private Finding finding(String check, Location place, String message, String remedy) {
        return new Finding(id() + "/" + check, Optional.empty(), place, message, remedy);
    }
}
