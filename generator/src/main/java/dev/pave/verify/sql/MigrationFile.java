package dev.pave.verify.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A file of a folder of migrations, by the meaning of its name.
 *
 * @param path in the repository
 * @param kind what Flyway does with it
 * @param version only of a {@link Kind#VERSIONED} migration
 * @param wholeNumber the version, where it is one, as in {@code V12__}; else -1
 */
record MigrationFile(String path, Kind kind, Optional<MigrationVersion> version, int wholeNumber) {

    /** What Flyway does with a file. */
    enum Kind {
        VERSIONED,
        REPEATABLE,
        /** Run before or after, undone, or taken as a start: nothing to look at by itself. */
        OTHER,
        /** Flyway passes it over, or stops at it. */
        MISNAMED
    }

    private static final Pattern VERSIONED = Pattern.compile("V(\\d{1,30}(?:[._]\\d{1,30}){0,20})__.*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__.+\\.sql");
    private static final Pattern OTHER =
            Pattern.compile("(?:[UB]\\d[\\d._]*__.*|(?:before|after)[A-Z]\\w*|createSchema)\\.sql");
    private static final int LONGEST_WHOLE_NUMBER = 4;

    static MigrationFile of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher versioned = VERSIONED.matcher(name);
        if (versioned.matches()) {
            String version = versioned.group(1);
            boolean whole =
                    version.length() <= LONGEST_WHOLE_NUMBER && version.chars().allMatch(Character::isDigit);
            return new MigrationFile(
                    path,
                    Kind.VERSIONED,
                    Optional.of(MigrationVersion.fromVersion(version)),
                    whole ? Integer.parseInt(version) : -1);
        }
        Kind kind = REPEATABLE.matcher(name).matches()
                ? Kind.REPEATABLE
                : OTHER.matcher(name).matches() ? Kind.OTHER : Kind.MISNAMED;
        return new MigrationFile(path, kind, Optional.empty(), -1);
    }
}
