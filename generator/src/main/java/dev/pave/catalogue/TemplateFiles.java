package dev.pave.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A template root whose files were read already. */
public final class TemplateFiles implements TemplateTree {

    private final String name;
    private final SortedMap<String, byte[]> files;

    /** @param files by path relative to the root; must not be changed any more */
    public TemplateFiles(String name, Map<String, byte[]> files) {
        this.name = name;
        this.files = new TreeMap<>(files);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
