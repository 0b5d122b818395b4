package dev.pave.lifecycle.update;

import dev.pave.git.TrackedFile;
import dev.pave.git.WorkRepository;
import dev.pave.workspace.PlaceOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The user's side: what is at a path, on disk and in git's index. */
final class WorkTree {

    private final Path directory;
    private final Map<String, TrackedFile> tracked;

    WorkTree(WorkRepository repository) throws IOException {
        this.directory = repository.directory();
        this.tracked = repository.tracked();
    }

    Map<String, TrackedFile> tracked() {
        return tracked;
    }

    Held at(String path) throws IOException {
        PlaceOnDisk place = PlaceOnDisk.of(directory, path);
        return new Held(place.kind(), place.image(), Optional.ofNullable(tracked.get(path)));
    }

    /**
     * What will be at a path when some files are gone: a folder of which nothing is left, or a file that was in the way, is nothing.
     *
     * @param vacated the files that the update takes away
     */
    Held at(String path, Set<String> vacated) throws IOException {
        PlaceOnDisk place = PlaceOnDisk.of(directory, path);
        boolean gone = switch (place.kind()) {
            case FILE -> vacated.contains(path);
            case FOLDER -> isVacated(path, vacated);
            case BLOCKED -> place.obstacle().filter(vacated::contains).isPresent();
            case NOTHING, OTHER -> false;
        };
        return gone ? Held.nothing() : at(path);
    }

    private boolean isVacated(String folder, Set<String> vacated) throws IOException {
        try (Stream<Path> entries = Files.walk(directory.resolve(folder))) {
            return entries.filter(entry -> !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> directory.relativize(entry).toString().replace('\\', '/'))
                    .allMatch(vacated::contains);
        }
    }
}
