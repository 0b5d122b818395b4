package dev.pave.verify.rule;

import dev.pave.problem.Location;
import dev.pave.verify.RepositoryFiles;
import java.util.List;
import java.util.Optional;

/** Answers queries of the database that the migrations of a repository make. */
public interface Queries {

    /** What a query found fault with, and where the migrations make it. */
    record Row(Location place, String object) {}

    /**
     * The rows of a query.
     *
     * @param migrations patterns of the files that the rule is about
     * @return empty where there are no migrations, or where they cannot be applied, which a validator reports
     */
    Optional<List<Row>> rows(RepositoryFiles files, List<String> migrations, String sql);

    /** No database: rules that ask one cannot be judged. */
    static Queries none() {
        return (files, migrations, sql) -> Optional.empty();
    }
}
