package dev.pave.verify;

import dev.pave.render.Rendering;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a repository that is looked at, wherever they are: just rendered, or on disk. Does not change while it is looked at. */
public interface RepositoryFiles {

    /** Every file, relative to the repository's folder, {@code /} between segments, sorted. Nothing that git ignores, nothing in {@code .git}, no link. */
    SortedSet<String> paths();

    /** A file's content; empty where there is none at this path. Must not be changed. */
    Optional<byte[]> bytes(String path);

    /** A file's text; empty where there is none at this path, or where it is not UTF-8. */
    default Optional<String> text(String path) {
        return bytes(path).flatMap(bytes -> {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        });
    }

    /** The files of a rendering. */
    static RepositoryFiles of(Rendering rendering) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        rendering.files().forEach(file -> files.put(file.path().value(), file.bytes()));
        return of(files);
    }

    /** Files that are in memory, by path. */
    static RepositoryFiles of(SortedMap<String, byte[]> files) {
        return new RepositoryFiles() {
            @Override
            public SortedSet<String> paths() {
                return new TreeSet<>(files.keySet());
            }

            @Override
            public Optional<byte[]> bytes(String path) {
                return Optional.ofNullable(files.get(path));
            }
        };
    }
}
