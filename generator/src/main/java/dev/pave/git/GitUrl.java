package dev.pave.git;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository that Pave may fetch from. It comes from files that anybody can propose a change to, and it goes into locks, so it can
 * neither be taken for an option, nor start another program, nor carry a secret.
 *
 * @param text as {@code https://example.org/templates.git}, {@code ssh://git@example.org/templates.git}, {@code git@example.org:templates.git} or
 *     {@code file:///srv/templates.git}
 */
public record GitUrl(String text) {

    private static final int LONGEST = 1_000;
    private static final String TRANSPORTS = "https://, ssh:// (or user@host:path) and file:/// are understood";
    private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9+.-]+::.*", Pattern.DOTALL);
    private static final Pattern WITH_SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/]*)@)?([^/@?]*)(/[^?]*)?(\\?.*)?", Pattern.DOTALL);
    private static final Pattern SHORT_SSH = Pattern.compile("([^/@]+)@([^/:@]+):(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_\\[][A-Za-z0-9._:%\\]-]*");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** @throws IllegalArgumentException where {@link #refusal} says why */
    public GitUrl {
        refusal(text).ifPresent(refusal -> {
            throw new IllegalArgumentException("an address of templates " + refusal.message());
        });
    }

    /**
     * Why an address is refused. It never repeats the address, which may hold a secret.
     *
     * @param message what is wrong, to be read after "the address"
     * @param remedy what to do
     */
    public record Refusal(String message, String remedy) {}

    /** Whether a text is meant as an address, good or bad, and not as a directory. */
    public static boolean isMeant(String text) {
        return text.startsWith("-")
                || text.contains("://")
                || HELPER.matcher(text).matches()
                || SHORT_SSH.matcher(text).matches();
    }

    /** Why this text is no address that Pave fetches from; empty where it is one. */
    public static Optional<Refusal> refusal(String text) {
        if (text.startsWith("-")) {
            return refused("looks like an option", "an address starts with https://, ssh:// or file:///");
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return refused("has " + text.length() + " characters", "1 to " + LONGEST + " are allowed");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\' || c == '#')) {
            return refused(
                    "has a blank, a control character, a backslash or a '#'", "write such a character as %20, %23, …");
        }
        if (HELPER.matcher(text).matches()) {
            return refused("names a remote helper, which is a program", TRANSPORTS);
        }
        Matcher full = WITH_SCHEME.matcher(text);
        if (full.matches()) {
            return refusal(full);
        }
        Matcher brief = SHORT_SSH.matcher(text);
        return brief.matches()
                ? ssh(brief.group(1), brief.group(2), brief.group(3))
                : refused("is none that Pave understands", TRANSPORTS);
    }

    private static Optional<Refusal> refusal(Matcher url) {
        String user = Optional.ofNullable(url.group(2)).orElse("");
        String host = url.group(3);
        String path = Optional.ofNullable(url.group(4)).orElse("");
        if (url.group(5) != null) {
            return refused("has a query, which may hold a secret", "leave out what follows the '?'");
        }
        return switch (url.group(1).toLowerCase(Locale.ROOT)) {
            case "https" -> {
                if (!user.isEmpty()) {
                    yield credentials();
                }
                yield HOST.matcher(host).matches() && path.length() > 1
                        ? Optional.empty()
                        : refused("names no repository", "as https://example.org/templates.git");
            }
            case "ssh" -> ssh(user.isEmpty() ? "git" : user, host, path.length() > 1 ? path : "");
            case "file" ->
                host.isEmpty() && user.isEmpty() && path.length() > 1
                        ? Optional.empty()
                        : refused("names no place on this machine", "as file:///srv/templates.git");
            default -> refused("uses the transport " + url.group(1), TRANSPORTS);
        };
    }

    private static Optional<Refusal> ssh(String user, String host, String path) {
        if (user.contains(":")) {
            return credentials();
        }
        if (!USER.matcher(user).matches() || !HOST.matcher(host).matches()) {
            return refused("has a user or host that ssh could take for an option", "as ssh://git@example.org/a.git");
        }
        return path.isEmpty() || path.startsWith("-") || path.contains("'")
                ? refused("names no repository", "as ssh://git@example.org/templates.git")
                : Optional.empty();
    }

    private static Optional<Refusal> credentials() {
        return refused(
                "holds a user or password, which would end up in pave.lock and in logs",
                "leave it out; use an ssh:// address with an ssh agent, or keep it in ~/.netrc");
    }

    private static Optional<Refusal> refused(String message, String remedy) {
        return Optional.of(new Refusal(message, remedy));
    }

    @Override
    public String toString() {
        return text;
    }
}
