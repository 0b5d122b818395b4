package dev.pave.verify.validate;

import dev.pave.verify.RepositoryFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths inside a repository, with {@code /} between segments; the repository itself is the empty path. */
final class Paths {

    private Paths() {}

    /** The folder of a file; empty for one at the top. */
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** A relative path as seen from a folder; empty where it leads out of the repository or is absolute. */
    static Optional<String> resolve(String folder, String relative) {
        if (relative.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : join(folder, relative).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    static boolean isFile(RepositoryFiles files, String path) {
        return files.paths().contains(path);
    }

    /** Whether a file of the repository is in the folder, at any depth. */
    static boolean isFolder(RepositoryFiles files, String path) {
        return path.isEmpty()
                || files.paths().tailSet(path + "/").stream()
                        .findFirst()
                        .filter(file -> file.startsWith(path + "/"))
                        .isPresent();
    }
}
