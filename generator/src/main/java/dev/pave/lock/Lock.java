package dev.pave.lock;

import dev.pave.plan.ProjectPath;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a repository was last generated from, and what was rendered then: the record by which an update knows a user's edit from its own writing.
 *
 * @param paveVersion the Pave that wrote it
 * @param personas digest of each selected persona, by id
 * @param selected ids of the features that the golden path brings or the description adds, sorted
 * @param implied ids of the features that came along because others require them, sorted
 * @param files every generated file but the lock itself, by path
 */
public record Lock(
        String paveVersion,
        TemplateSource templates,
        SortedMap<String, Sha256> personas,
        List<String> selected,
        List<String> implied,
        SortedMap<ProjectPath, LockedFile> files) {

    /** The lock's own file. */
    public static final ProjectPath PATH = new ProjectPath("pave.lock");

    /** The folder in which an update keeps what it rendered for files that the user has changed. */
    public static final String BASES = ".pave";

    /** The version of the format that this Pave writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    public Lock {
        personas = Collections.unmodifiableSortedMap(new TreeMap<>(personas));
        selected = selected.stream().sorted().toList();
        implied = implied.stream().sorted().toList();
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public Optional<LockedFile> file(ProjectPath path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The same lock with other files. */
    public Lock withFiles(Collection<LockedFile> others) {
        return new Lock(paveVersion, templates, personas, selected, implied, byPath(others));
    }

    /** Entries by path, as the constructor takes them. */
    public static SortedMap<ProjectPath, LockedFile> byPath(Collection<LockedFile> files) {
        SortedMap<ProjectPath, LockedFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }
}
