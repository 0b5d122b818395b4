package dev.pave.verify.sql;

import dev.pave.verify.RepositoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Repositories that are nothing but migrations. */
final class Sql {

    static final String FIRST = "db/migration/V1__create_schema.sql";

    private Sql() {}

    /** Paths and texts in turn. */
    static RepositoryFiles files(String... pathsAndTexts) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return RepositoryFiles.of(files);
    }

    /** The first migration of the example. */
    static String example() throws IOException {
        return Files.readString(Path.of("..", "examples", "student-records", FIRST));
    }
}
