package dev.pave.verify.sql;

import dev.pave.problem.Location;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.rule.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers the queries of rules from a real PostgreSQL. */
public final class SqlQueries implements Queries {

    private final SqlDatabase database;

    /**
     * @param database where the migrations are applied; stays open
     */
    public SqlQueries(SqlDatabase database) {
        this.database = database;
    }

    /** Asks all schemas of the repository that have a migration among the files. A query that fails is a row that says so. */
    @Override
    public Optional<List<Queries.Row>> rows(RepositoryFiles files, List<String> migrations, String sql) {
        List<Queries.Row> rows = new ArrayList<>();
        boolean asked = false;
        for (Migrations one : Migrations.in(files)) {
            if (!one.hasAny(migrations) || database.fault(one).isPresent()) {
                continue;
            }
            asked = true;
            try {
                for (SchemaRow row : database.query(one, sql)) {
                    String detail = row.detail().isEmpty() ? "" : " (" + row.detail() + ")";
                    rows.add(new Queries.Row(one.locate(row.object()), row.object() + detail));
                }
            } catch (SqlFault fault) {
                rows.add(new Queries.Row(
                        Location.of(one.versioned().get(0).path()), "not judged: " + fault.getMessage()));
            }
        }
        return asked ? Optional.of(rows) : Optional.empty();
    }
}
