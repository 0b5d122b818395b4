package dev.pave.lock;

import dev.pave.git.BlobId;
import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code pave.lock}. A lock is untrusted: whoever can propose a change to a repository can write one. Each path goes through
 * {@link ProjectPath}, no two paths can meet on disk, and sizes are bounded, so the worst that a forged lock can do is to make Pave see an edit
 * where there is none, or none where there is one; git still has both.
 */
public final class LockReader {

    static final String REGULAR = "100644";
    static final String EXECUTABLE = "100755";
    static final String ONCE = "once";

    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7})( |$)");

    private LockReader() {}

    /**
     * The lock of a generated repository; empty where there is none.
     *
     * @throws InvalidInput where it is a link, too large, of a newer format, or not a lock
     */
    public static Optional<Lock> read(Path directory) {
        Path file = Lock.PATH.in(directory);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(file.toString(), "is not a file", "restore it: git checkout HEAD -- " + Lock.PATH);
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return Optional.of(parse(file.toString(), bytes));
        } catch (IOException e) {
            throw refused(file.toString(), "cannot be read: " + e.getMessage(), "");
        }
    }

    /**
     * Reads the bytes of a lock.
     *
     * @param source how problems name it
     * @throws InvalidInput as {@link #read}
     */
    public static Lock parse(String source, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused(source, "is larger than 16 MiB", "is it the right file?");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            int line = (int) text.substring(0, conflict.start()).lines().count() + 1;
            throw new InvalidInput(new Problem(
                    "lock-conflict",
                    Location.of(source, line),
                    "two versions of the lock were merged and conflict here",
                    "take either of them: git checkout --ours pave.lock; then 'pave update' brings it up to date"));
        }
        return new LockParser(source, text).parse();
    }

    static FileMode mode(String mode) {
        return switch (mode) {
            case REGULAR -> FileMode.REGULAR;
            case EXECUTABLE -> FileMode.EXECUTABLE;
            default -> throw new IllegalArgumentException("'" + mode + "' is no mode of a generated file");
        };
    }

    static LockedFile.Type type(String type) {
        return switch (type) {
            case "text" -> LockedFile.Type.TEXT;
            case "binary" -> LockedFile.Type.BINARY;
            default -> throw new IllegalArgumentException("'" + type + "' is no type of a generated file");
        };
    }

    static BlobId blob(String hex) {
        return new BlobId(hex);
    }

    private static InvalidInput refused(String source, String message, String remedy) {
        return new InvalidInput(new Problem("lock", Location.of(source), message, remedy));
    }
}
