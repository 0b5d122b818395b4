package dev.pave.workbench;

import dev.pave.problem.Problem;
import dev.pave.verify.Finding;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One way to use a template root, and how it went.
 *
 * @param path id of the golden path
 * @param description name of the description
 * @param personas {@code all}, or the id of the only one
 * @param without features that are left out
 * @param options what is chosen
 * @param files how many files came out; 0 where none could
 * @param problems why none could
 * @param findings what rules and validators have against them
 */
public record Trial(
        String path,
        String description,
        String personas,
        List<String> without,
        SortedMap<String, String> options,
        int files,
        List<Problem> problems,
        List<Finding> findings) {

    public boolean passed() {
        return problems.isEmpty() && findings.isEmpty();
    }

    /** What distinguishes it from the others, in a line. */
    public String choices() {
        StringBuilder text = new StringBuilder(description + ", personas: " + personas);
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(", ").append(option.getKey()).append(": ").append(option.getValue());
        }
        if (!without.isEmpty()) {
            text.append(", without ").append(String.join(" ", without));
        }
        return text.toString();
    }
}
