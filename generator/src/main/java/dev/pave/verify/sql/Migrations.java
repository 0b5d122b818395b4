package dev.pave.verify.sql;

import dev.pave.plan.Glob;
import dev.pave.problem.Location;
import dev.pave.verify.RepositoryFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A folder of migrations for PostgreSQL, with all below it, as Flyway reads it. */
final class Migrations {

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    /** Folders that hold the same changes for another database, or for tests. */
    private static final Set<String> OTHERS = Set.of(
            "db2",
            "derby",
            "firebird",
            "h2",
            "hsqldb",
            "mariadb",
            "mssql",
            "mysql",
            "oracle",
            "sqlite",
            "sqlserver",
            "test");

    /** How a setting, an environment variable or a call says so, wherever it stands: Flyway is configured in many kinds of files. */
    private static final Pattern NO_PLACEHOLDERS =
            Pattern.compile("(?i)placeholder[-_.]?replacement[\"' \\t]{0,3}[:=(][\"' \\t]{0,3}false");

    private static final int LARGEST_SETTINGS = 1 << 18;

    private final String folder;
    private final SortedMap<String, byte[]> contents;
    private final boolean placeholders;
    private final String digest;

    private Migrations(String folder, SortedMap<String, byte[]> contents, boolean placeholders) {
        this.folder = folder;
        this.contents = contents;
        this.placeholders = placeholders;
        this.digest = digest(contents) + (placeholders ? "" : "-as-written");
    }

    /** Each folder that has a versioned migration, unless it is below another such folder. Sorted. */
    static List<Migrations> in(RepositoryFiles files) {
        TreeSet<String> folders = new TreeSet<>();
        for (String path : files.paths()) {
            if (path.endsWith(".sql")
                    && MigrationFile.of(path).kind() == MigrationFile.Kind.VERSIONED
                    && Set.of(path.split("/")).stream().noneMatch(OTHERS::contains)) {
                folders.add(path.substring(0, path.lastIndexOf('/') + 1));
            }
        }
        List<Migrations> result = new ArrayList<>();
        boolean placeholders = folders.isEmpty() || !turnsPlaceholdersOff(files);
        String outer = null;
        for (String folder : folders) {
            if (outer == null || !folder.startsWith(outer)) {
                outer = folder;
                result.add(new Migrations(folder, contents(files, folder), placeholders));
            }
        }
        return result;
    }

    private static boolean turnsPlaceholdersOff(RepositoryFiles files) {
        return files.paths().stream()
                .filter(path -> !path.endsWith(".sql"))
                .map(files::text)
                .flatMap(Optional::stream)
                .anyMatch(text -> text.length() <= LARGEST_SETTINGS
                        && NO_PLACEHOLDERS.matcher(text).find());
    }

    private static SortedMap<String, byte[]> contents(RepositoryFiles files, String folder) {
        SortedMap<String, byte[]> result = new TreeMap<>();
        for (String path : files.paths().tailSet(folder)) {
            if (!path.startsWith(folder)) {
                break;
            }
            if (path.endsWith(".sql") || path.endsWith(".sql.conf")) {
                files.bytes(path).ifPresent(bytes -> result.put(path, bytes));
            }
        }
        return result;
    }

    private static String digest(SortedMap<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((path, bytes) -> {
                byte[] name = path.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(name.length)
                        .putInt(bytes.length)
                        .flip());
                digest.update(name);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The folder's path, with a slash at its end; empty where it is the repository's own. */
    String folder() {
        return folder;
    }

    /** What is in its files, by path in the repository; with the settings that stand beside a migration. */
    SortedMap<String, byte[]> contents() {
        if (contents.values().stream().mapToLong(bytes -> bytes.length).sum() > MOST_BYTES) {
            throw new SqlFault(
                    Location.of(contents.firstKey()), "the migrations of this folder are larger than 32 MiB together");
        }
        return contents;
    }

    /** Whether Flyway replaces <code>${name}</code> in them, as it does unless a file of the repository says otherwise. */
    boolean placeholders() {
        return placeholders;
    }

    /** The same for the same files with the same content and settings. */
    String digest() {
        return digest;
    }

    /** Whether one of its files is among those that the patterns mean; one that begins with an exclamation mark takes away. */
    boolean hasAny(List<String> patterns) {
        return files().stream()
                .map(MigrationFile::path)
                .filter(path -> patterns.stream()
                        .anyMatch(pattern -> !pattern.startsWith("!") && new Glob(pattern).matches(path)))
                .anyMatch(path -> patterns.stream()
                        .noneMatch(pattern -> pattern.startsWith("!") && new Glob(pattern.substring(1)).matches(path)));
    }

    List<MigrationFile> files() {
        return contents.keySet().stream()
                .filter(path -> path.endsWith(".sql"))
                .map(MigrationFile::of)
                .toList();
    }

    /** Migrations with a version, in the order in which they are applied. */
    List<MigrationFile> versioned() {
        return files().stream()
                .filter(file -> file.version().isPresent())
                .sorted(Comparator.comparing(
                                (MigrationFile file) -> file.version().orElseThrow())
                        .thenComparing(MigrationFile::path))
                .toList();
    }

    /** Whether the settings beside a migration keep it out of a transaction. */
    boolean isWithoutTransaction(String path) {
        return Optional.ofNullable(contents.get(path + ".conf"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.lines()
                        .anyMatch(line -> line.replace(" ", "").equalsIgnoreCase("executeInTransaction=false")))
                .isPresent();
    }

    List<SqlText.Statement> statements(String path) {
        byte[] bytes = contents.get(path);
        return bytes == null ? List.of() : SqlText.statements(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * The line that made an object: where its name stands in a CREATE or ALTER of what it belongs to, else of anything; the first line of the last
     * migration where there is none, since the state it left is what was looked at.
     */
    Location locate(String object) {
        List<String> names = List.of(object.replace("\"", "").strip().split("[.\\s(]+"));
        String name = names.get(names.size() - 1);
        List<MigrationFile> files = new ArrayList<>(versioned());
        files().stream()
                .filter(file -> file.kind() == MigrationFile.Kind.REPEATABLE)
                .forEach(files::add);
        return (names.size() == 1 ? Optional.<Location>empty() : find(files, names.get(names.size() - 2), name))
                .or(() -> find(files, name, name))
                .or(() -> names.size() == 1
                        ? Optional.empty()
                        : find(files, names.get(names.size() - 2), names.get(names.size() - 2)))
                .orElseGet(() -> Location.of(files.get(files.size() - 1).path(), 1));
    }

    private Optional<Location> find(List<MigrationFile> files, String owner, String name) {
        for (MigrationFile file : files) {
            for (SqlText.Statement statement : statements(file.path())) {
                if (statement.startsWith("create", "alter") && statement.mentions(owner) && statement.mentions(name)) {
                    return Optional.of(Location.of(file.path(), statement.lineOf(name)));
                }
            }
        }
        return Optional.empty();
    }
}
