package dev.pave.render;

import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A file of the generated repository, in memory.
 *
 * @param bytes its content; must not be changed
 * @param owner the golden path or feature that the file belongs to
 * @param source path of the template, relative to the template root; empty where no template made it, as for {@code pave.yaml}
 * @param regions the lines that practices asked for, in the order of their first lines
 */
@SuppressWarnings(
        "ArrayRecordComponent") // equality is by content; bytes are shared so that a rendering is held in memory once
public record RenderedFile(
        ProjectPath path, byte[] bytes, FileMode mode, String owner, String source, List<Region> regions) {

    public RenderedFile {
        regions = List.copyOf(regions);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenderedFile file
                && path.equals(file.path)
                && Arrays.equals(bytes, file.bytes)
                && mode == file.mode
                && owner.equals(file.owner)
                && source.equals(file.source)
                && regions.equals(file.regions);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes)";
    }
}
