package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * A check of one practice on a repository, as a {@code rules.yaml} states it.
 *
 * @param id unique among all rules: the practice's id, or that and a name of its own, as {@code resource-limits/memory}
 * @param part id of the golden path or feature whose file states it
 * @param needs ids of practices that must be asked for too; without them the rule has nothing to say
 * @param says what is wrong where the check fails, in a line
 * @param remedy what to do then; empty where {@code says} tells
 * @param location where the rule stands
 */
public record Rule(
        String id,
        String part,
        String practice,
        List<String> needs,
        Check check,
        String says,
        String remedy,
        Location location) {

    /** What a rule asks. */
    public sealed interface Check {}

    /**
     * Something must hold for what is found in files.
     *
     * @param subject what is looked at
     * @param expect expression in CEL over {@code it}
     * @param some whether it is enough that one match fulfils it; else all must
     */
    public record Expect(Subject subject, String expect, boolean some) implements Check {}

    /** For each pattern there must be a file that it matches. */
    public record Exists(List<String> patterns) implements Check {}

    /** A query of the database that the migrations make; it must give no row. The first column names the object that is wrong. */
    public record Query(List<String> files, String sql) implements Check {}

    /**
     * What a rule looks at.
     *
     * @param files patterns of paths; one with {@code !} in front takes away
     * @param each path of the values in a document that are judged one by one, as JSONPath (RFC 9535 without filters that call functions); empty for the document
     * @param when expression in CEL; what does not fulfil it is not looked at
     */
    public record Subject(List<String> files, Artifact artifact, Optional<String> each, Optional<String> when) {}

    /** How a file is read. */
    public enum Artifact {
        YAML,
        JSON,
        DOCKERFILE,
        TEXT,
        PROPERTIES,
        XML,
        /** Not the content: only which files there are. */
        FILES
    }
}
