package dev.pave.verify.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** A folder for temporary files that is gone when it is closed. */
final class TemporaryFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder create(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(prefix));
    }

    /**
     * A folder that stays, so that PostgreSQL is unpacked once and not for every process. Programs are started from it, so nobody else may be able
     * to put one there: where the name is taken by somebody else, another one is chosen.
     */
    static Path ofThisUser(String prefix) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path wanted = temporary.resolve(prefix + "-" + System.getProperty("user.name"));
        try {
            Files.createDirectory(wanted, ownerOnly());
            return wanted;
        } catch (FileAlreadyExistsException e) {
            return isOurs(wanted) ? wanted : Files.createTempDirectory(prefix + "-", ownerOnly());
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!isPosix()) {
            return true;
        }
        Path probe = Files.createTempFile("pave-", ".owner");
        try {
            return Files.getOwner(folder).equals(Files.getOwner(probe))
                    && Files.getPosixFilePermissions(folder).equals(OWNER_ONLY);
        } finally {
            Files.delete(probe);
        }
    }

    Path path() {
        return path;
    }

    /** Writes a file; the name is a path within the folder. */
    Path write(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name).normalize();
        if (!file.startsWith(path)) {
            throw new IllegalArgumentException("not in the folder: " + name);
        }
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
