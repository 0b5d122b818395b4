package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who a commit is by, and when. Sources and their order are those of git (git-commit(1), "COMMIT INFORMATION"), except that a name is never
 * guessed from the login and the host: a commit by {@code root@buildbox.localdomain} helps nobody.
 */
record Identity(PersonIdent author, PersonIdent committer) {

    /** The last second of the year 9999: beyond it, tools disagree. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final Pattern RAW_DATE = Pattern.compile("@?(\\d{1,12})(?: ([+-]\\d{4}))?");

    /** @throws InvalidInput with all that is missing or wrong */
    static Identity read(GitEnvironment environment, Config config) {
        Problems problems = new Problems();
        ZonedDateTime time = time(environment, problems);
        PersonIdent author = person("author", environment, config, time, problems);
        PersonIdent committer = person("committer", environment, config, time, problems);
        problems.throwIfAny();
        return new Identity(author, committer);
    }

    private static PersonIdent person(
            String role, GitEnvironment environment, Config config, ZonedDateTime time, Problems problems) {
        String prefix = "GIT_" + role.toUpperCase(Locale.ROOT) + "_";
        boolean configuredOnly = config.getBoolean("user", "useConfigOnly", false);
        String name = environment
                .variable(prefix + "NAME")
                .or(() -> configured(config, role, "name"))
                .orElse("");
        String email = environment
                .variable(prefix + "EMAIL")
                .or(() -> configured(config, role, "email"))
                .or(() -> configuredOnly ? Optional.empty() : environment.filled("EMAIL"))
                .orElse("");
        if (says(name).isEmpty()) {
            problems.add(missing("name", "Your Name"));
        }
        if (says(email).isEmpty()) {
            problems.add(missing("email", "you@example.com"));
        }
        ZonedDateTime when = environment
                .filled(prefix + "DATE")
                .map(date -> date(prefix + "DATE", date, time, problems))
                .orElse(time);
        return new PersonIdent(name, email, when.toInstant(), when.getZone());
    }

    private static Optional<String> configured(Config config, String role, String key) {
        return Optional.ofNullable(config.getString(role, null, key))
                .or(() -> Optional.ofNullable(config.getString("user", null, key)));
    }

    /** What remains of a name when git has taken out what it cannot record. */
    private static String says(String value) {
        return value.replaceAll("[\\p{Cntrl}<>.,:;\"\\\\' ]", "");
    }

    private static Problem missing(String key, String example) {
        return new Problem(
                "no-git-identity",
                Location.of("git user." + key),
                "a commit needs " + (key.equals("name") ? "a name" : "an e-mail address")
                        + ", and Git has none for you",
                "git config --global user." + key + " \"" + example + "\"\n" + "or leave the commit out: --no-commit");
    }

    private static ZonedDateTime time(GitEnvironment environment, Problems problems) {
        Optional<String> epoch = environment.filled("SOURCE_DATE_EPOCH");
        if (epoch.isEmpty()) {
            return environment.clock().instant().atZone(environment.clock().getZone());
        }
        if (epoch.get().matches("\\d{1,12}") && Long.parseLong(epoch.get()) <= LAST_SECOND) {
            return Instant.ofEpochSecond(Long.parseLong(epoch.get())).atZone(ZoneOffset.UTC);
        }
        problems.add(
                "invalid-date",
                Location.of("SOURCE_DATE_EPOCH"),
                "'" + epoch.get() + "' is not a number of seconds since 1970-01-01T00:00:00Z",
                "export SOURCE_DATE_EPOCH=$(date +%s), or unset it");
        return Instant.EPOCH.atZone(ZoneOffset.UTC);
    }

    private static ZonedDateTime date(String variable, String date, ZonedDateTime otherwise, Problems problems) {
        Matcher raw = RAW_DATE.matcher(date.strip());
        try {
            if (raw.matches()) {
                ZoneId zone = raw.group(2) == null ? otherwise.getZone() : ZoneOffset.of(raw.group(2));
                return Instant.ofEpochSecond(Long.parseLong(raw.group(1))).atZone(zone);
            }
            DateTimeFormatter form =
                    date.contains(",") ? DateTimeFormatter.RFC_1123_DATE_TIME : DateTimeFormatter.ISO_DATE_TIME;
            return OffsetDateTime.parse(date.strip(), form).toZonedDateTime();
        } catch (DateTimeException e) {
            problems.add(
                    "invalid-date",
                    Location.of(variable),
                    "'" + date + "' is not a date that Pave reads",
                    "write 1767225600 +0000, 2026-01-01T00:00:00Z or Thu, 1 Jan 2026 00:00:00 +0000");
            return otherwise;
        }
    }
}
