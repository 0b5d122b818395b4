package dev.pave.catalogue;

import java.util.List;
import java.util.Optional;

/** The files of a template root: manifests, templates, macros, versions. Read as a whole from a directory or from Pave's own jar. */
public interface TemplateTree {

    /** Where it is, as problems name it: {@code templates} in front of the paths of {@link #paths()}. */
    String name();

    /** Every file, relative to the root, {@code /} between segments, sorted. */
    List<String> paths();

    /** A file's content; empty where there is none at this path. Must not be changed. */
    Optional<byte[]> bytes(String path);

    /** The roots that make up this one, each over those before it; their catalogues add up. */
    default List<TemplateTree> layers() {
        return List.of(this);
    }

    /** How a problem names a file of this tree. */
    default String sourceName(String path) {
        return name() + "/" + path;
    }
}
