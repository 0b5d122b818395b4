package dev.pave.render;

import dev.pave.plan.ProjectPath;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All files of a generated repository, in memory, sorted by path; each path occurs once. What every command consumes. */
public final class Rendering {

    private final SortedMap<ProjectPath, RenderedFile> files;

    public Rendering(Collection<RenderedFile> files) {
        TreeMap<ProjectPath, RenderedFile> sorted = new TreeMap<>();
        for (RenderedFile file : files) {
            if (sorted.put(file.path(), file) != null) {
                throw new IllegalArgumentException("two files at " + file.path());
            }
        }
        this.files = Collections.unmodifiableSortedMap(sorted);
    }

    public Collection<RenderedFile> files() {
        return files.values();
    }

    public Optional<RenderedFile> file(ProjectPath path) {
        return Optional.ofNullable(files.get(path));
    }
}
