package dev.pave.verify.sql;

import dev.pave.problem.Location;
import java.io.Serial;
import java.util.Optional;

/** A migration does not apply, or a query cannot be answered. The message is one sentence for the user, without a full stop. */
public final class SqlFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Location> place;

    SqlFault(String message) {
        super(message);
        this.place = Optional.empty();
    }

    SqlFault(Location place, String message) {
        super(message);
        this.place = Optional.of(place);
    }

    /** The line of the migration that does not apply; empty where the query is at fault. */
    public Optional<Location> place() {
        return place;
    }
}
