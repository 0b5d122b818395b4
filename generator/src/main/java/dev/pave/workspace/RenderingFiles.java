package dev.pave.workspace;

import dev.pave.plan.FileMode;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Writes files with the modes that they should have, whatever the umask. */
final class RenderingFiles {

    static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<OpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private RenderingFiles() {}

    /** Writes all files into an empty directory that nobody else writes to, for as long as they are wanted. */
    static void write(Rendering rendering, Path directory, Preparation preparation) throws IOException {
        Set<Path> made = new HashSet<>();
        made.add(directory);
        for (RenderedFile file : rendering.files()) {
            preparation.requireWanted();
            Path path = file.path().in(directory);
            makeFolders(path.getParent(), made);
            write(file, path);
        }
    }

    private static void makeFolders(Path folder, Set<Path> made) throws IOException {
        if (made.add(folder)) {
            makeFolders(folder.getParent(), made);
            makeFolder(folder);
        }
    }

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
        setMode(folder, EXECUTABLE);
    }

    /** Writes a file that is not there yet. */
    static void write(RenderedFile file, Path path) throws IOException {
        write(file.bytes(), file.mode(), path);
    }

    /** Writes a file that is not there yet. */
    static void write(byte[] content, FileMode fileMode, Path path) throws IOException {
        Set<PosixFilePermission> mode = fileMode == FileMode.EXECUTABLE ? EXECUTABLE : READABLE;
        FileAttribute<?>[] attributes = knowsModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
        try (SeekableByteChannel channel = Files.newByteChannel(path, NEW_FILE, attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        setMode(path, mode);
    }

    static void setMode(Path path, Set<PosixFilePermission> mode) throws IOException {
        // Setting the mode of a folder clears its set-group-id bit, on which teams with shared folders rely: only where
        // needed.
        if (knowsModes(path)
                && !Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                        .equals(mode)) {
            Files.setPosixFilePermissions(path, mode);
        }
    }

    static boolean knowsModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
