package dev.pave.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that will be generated.
 *
 * @param template its source, relative to the template root
 * @param owner the golden path or feature that it belongs to
 * @param rendered made by FreeMarker; else copied byte for byte
 * @param practices what the whole file belongs to, all in force
 * @param bindings what its template sees besides the plan's model: the owner's facts, the item of an {@code each}
 * @param subject the item in words, for messages: {@code resource student}; empty for a file that is made once
 * @param afterAll rendered last, when it is known where each practice is
 * @param once written where it is not there yet, and the user's from then on
 * @param movedFrom where earlier versions of the template made it
 */
public record PlannedFile(
        ProjectPath path,
        String template,
        String owner,
        FileMode mode,
        boolean rendered,
        List<String> practices,
        Map<String, Object> bindings,
        Optional<String> subject,
        boolean afterAll,
        boolean once,
        Optional<ProjectPath> movedFrom) {}
