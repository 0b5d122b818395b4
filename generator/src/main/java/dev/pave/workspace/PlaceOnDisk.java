package dev.pave.workspace;

import dev.pave.plan.FileMode;
import dev.pave.workspace.FileChange.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * What is at a path of a directory. Links are not followed, on the way neither.
 *
 * @param image of a file; empty where there is none
 * @param obstacle the folder on the way that is none, relative to the directory; empty where the way is free
 */
public record PlaceOnDisk(Kind kind, Optional<Image> image, Optional<String> obstacle) {

    private static final String GIT = ".git";

    /** What can be there. */
    public enum Kind {
        NOTHING,
        FILE,
        FOLDER,
        /** A link, or something else that is neither file nor folder. */
        OTHER,
        /** The way there leads through a link, a file, or into another repository. */
        BLOCKED
    }

    /** @param directory real, without links */
    public static PlaceOnDisk of(Path directory, String path) throws IOException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            Path folder = directory.resolve(path.substring(0, slash));
            boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
            if (!there) {
                return new PlaceOnDisk(Kind.NOTHING, Optional.empty(), Optional.empty());
            }
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || Files.exists(folder.resolve(GIT), LinkOption.NOFOLLOW_LINKS)) {
                return new PlaceOnDisk(Kind.BLOCKED, Optional.empty(), Optional.of(path.substring(0, slash)));
            }
        }
        Path file = directory.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new PlaceOnDisk(Kind.NOTHING, Optional.empty(), Optional.empty());
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return new PlaceOnDisk(Kind.FOLDER, Optional.empty(), Optional.empty());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new PlaceOnDisk(Kind.OTHER, Optional.empty(), Optional.empty());
        }
        boolean executable = RenderingFiles.knowsModes(file)
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                        .contains(PosixFilePermission.OWNER_EXECUTE);
        return new PlaceOnDisk(
                Kind.FILE,
                Optional.of(new Image(Files.readAllBytes(file), executable ? FileMode.EXECUTABLE : FileMode.REGULAR)),
                Optional.empty());
    }
}
