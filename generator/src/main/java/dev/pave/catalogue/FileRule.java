package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest says of some of its files.
 *
 * @param match a path below {@code files/}, or a glob in which {@code *} stays inside a folder and {@code **} does not
 * @param each one file for each item of a list
 * @param when path of a value in the model; the file is made only where the value is there and neither false nor empty
 * @param practices the practices that the whole file belongs to; without the first the file is not made
 * @param afterAll rendered last, when it is known where each practice is
 * @param once written where it is not there yet, and the user's from then on
 * @param movedFrom where the file was made in earlier versions of the template, with placeholders as in a template's own path
 */
public record FileRule(
        String match,
        Optional<Each> each,
        Optional<String> when,
        List<String> practices,
        boolean executable,
        boolean afterAll,
        boolean once,
        Optional<String> movedFrom,
        Location location) {

    /** {@code resource in resources}: binds each item of the list at a model path to a name. */
    public record Each(String variable, String list) {}
}
