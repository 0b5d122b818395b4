package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.RepositoryFiles;
import java.util.Optional;

/** Files as texts of a size that a person can have written. */
final class Texts {

    static final int MOST_BYTES = 4 << 20;

    private Texts() {}

    /** The file's text; empty where it is too long or not UTF-8, which is reported. */
    static Optional<String> read(RepositoryFiles files, String path, Report report) {
        if (files.bytes(path).map(bytes -> bytes.length).orElse(0) > MOST_BYTES) {
            report.add(
                    "too-long",
                    Location.of(path, 1),
                    "longer than " + MOST_BYTES + " bytes, so it is not looked at",
                    "is it the right file?");
            return Optional.empty();
        }
        Optional<String> text = files.text(path);
        if (text.isEmpty()) {
            report.add("encoding", Location.of(path, 1), "not UTF-8", "save it as UTF-8");
        }
        return text;
    }
}
