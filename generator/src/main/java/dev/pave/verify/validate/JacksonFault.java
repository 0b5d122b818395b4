package dev.pave.verify.validate;

import dev.pave.problem.Location;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Turns what a parser throws into a finding. */
final class JacksonFault {

    private JacksonFault() {}

    static void report(String path, JacksonException e, String language, Report report) {
        TokenStreamLocation place = e.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        int column = place == null ? 0 : Math.max(0, place.getColumnNr());
        String message =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        boolean duplicate = message.startsWith("Duplicate");
        if (duplicate && language.equals("TOML") && column <= 1 && line > 1) {
            line--; // the parser has read the end of the line by the time it notices
            column = 0;
        }
        report.add(
                duplicate ? "duplicate-key" : "syntax",
                new Location(path, line, column),
                "not " + language + ": " + message,
                duplicate ? "keep one" : "");
    }
}
