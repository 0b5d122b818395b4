package dev.pave.verify.validate;

import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A repository of a few files for tests, and what all validators say of it. */
final class Repository {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    Repository with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Repository with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Rule and place of each finding, as {@code json/syntax a.json:1}. */
    List<String> findings() {
        return all().stream()
                .map(finding -> finding.rule() + " " + finding.place().source() + ":"
                        + finding.place().line())
                .distinct()
                .toList();
    }

    List<Finding> all() {
        RepositoryFiles repository = RepositoryFiles.of(files);
        List<Validator> validators = Validators.all();
        return validators.stream()
                .flatMap(validator -> validator.validate(repository).stream())
                .sorted()
                .toList();
    }
}
