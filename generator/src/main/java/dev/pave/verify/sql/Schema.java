package dev.pave.verify.sql;

import dev.pave.problem.Location;
import java.util.List;

/** What the migrations of one folder of a repository make of an empty database. A handle: nothing runs before the first question. */
public final class Schema {

    private final SqlDatabase database;
    private final Migrations migrations;

    Schema(SqlDatabase database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    /** The folder of the migrations in the repository, with a slash at its end; empty where it is the repository's own. */
    public String folder() {
        return migrations.folder();
    }

    /**
     * Asks the database, in a transaction that reads only, as a role that may only read. The same question about the same migrations is asked once.
     *
     * @param sql one query; its first column is the name of an object, a second one more about it
     * @return its rows, sorted
     * @throws SqlFault where the migrations do not apply, or the query fails: what could not be asked is no answer
     */
    public List<SchemaRow> query(String sql) {
        return database.query(migrations, sql);
    }

    /**
     * The line of the migrations that made an object.
     *
     * @param object its name as PostgreSQL says it, with what it belongs to before it, as {@code student_records.students.email}
     */
    public Location locate(String object) {
        return migrations.locate(object);
    }
}
