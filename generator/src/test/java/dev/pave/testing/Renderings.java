package dev.pave.testing;

import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Renderings for tests that do not care for templates. */
public final class Renderings {

    private final List<RenderedFile> files = new ArrayList<>();

    public static Renderings with(String path, String text) {
        return new Renderings().and(path, text);
    }

    public Renderings and(String path, String text) {
        return and(path, text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR);
    }

    public Renderings andExecutable(String path, String text) {
        return and(path, text.getBytes(StandardCharsets.UTF_8), FileMode.EXECUTABLE);
    }

    public Renderings and(String path, byte[] bytes, FileMode mode) {
        files.add(new RenderedFile(new ProjectPath(path), bytes, mode, "test", "", List.of()));
        return this;
    }

    public Rendering rendering() {
        return new Rendering(files);
    }
}
