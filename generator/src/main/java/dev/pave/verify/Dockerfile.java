package dev.pave.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile with their lines, as rules and validators read it. */
public record Dockerfile(List<Instruction> instructions) {

    private static final Pattern TAKES_HEREDOCS = Pattern.compile("(?i)(RUN|COPY|ADD)\\s");
    private static final Pattern HEREDOC = Pattern.compile("\\s\\d?<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1(?=\\s|$)");

    /**
     * An instruction.
     *
     * @param value without flags; continued lines joined by a blank
     * @param heredoc whether lines that follow belong to it
     * @param following these lines, without blanks around them
     */
    public record Instruction(
            String op, String value, List<String> flags, int line, boolean heredoc, List<String> following) {

        /** The value of a flag, as {@code --from=build}. */
        public Optional<String> flag(String name) {
            String start = "--" + name + "=";
            return flags.stream()
                    .filter(flag -> flag.startsWith(start))
                    .map(flag -> flag.substring(start.length()))
                    .findFirst();
        }

        /** The value at its blanks. */
        public List<String> words() {
            return value.isBlank() ? List.of() : List.of(value.strip().split("\\s+", -1));
        }
    }

    /** @param text of any content; what is no Dockerfile has instructions that nobody knows */
    public static Dockerfile read(String text) {
        List<Instruction> instructions = new ArrayList<>();
        List<String> lines = text.lines().toList();
        char escape = text.stripLeading().toLowerCase(Locale.ROOT).startsWith("# escape=`") ? '`' : '\\';
        int at = 0;
        while (at < lines.size()) {
            int first = at;
            StringBuilder open = new StringBuilder();
            boolean more = true;
            while (more && at < lines.size()) {
                String line = lines.get(at).strip();
                at++;
                if (line.startsWith("#") || line.isEmpty()) {
                    more = !open.isEmpty();
                    continue;
                }
                if (open.isEmpty()) {
                    first = at - 1;
                }
                more = line.charAt(line.length() - 1) == escape;
                open.append(more ? line.substring(0, line.length() - 1) : line).append(' ');
            }
            if (!open.toString().isBlank()) {
                String instruction = open.toString().strip();
                List<String> ends = heredocs(instruction);
                List<String> following = new ArrayList<>();
                for (String end : ends) {
                    while (at < lines.size() && !lines.get(at).strip().equals(end)) {
                        following.add(lines.get(at).strip());
                        at++;
                    }
                    at++;
                }
                instructions.add(instruction(instruction, first + 1, !ends.isEmpty(), following));
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    /** The words that end the here-documents of an instruction, in order. */
    private static List<String> heredocs(String instruction) {
        return TAKES_HEREDOCS.matcher(instruction).lookingAt()
                ? HEREDOC.matcher(instruction)
                        .results()
                        .map(result -> result.group(2))
                        .toList()
                : List.of();
    }

    private static Instruction instruction(String text, int line, boolean heredoc, List<String> following) {
        String rest = text;
        int blank = blank(rest);
        String op = rest.substring(0, blank).toUpperCase(Locale.ROOT);
        rest = rest.substring(blank).strip();
        List<String> flags = new ArrayList<>();
        while (rest.startsWith("--")) {
            blank = blank(rest);
            flags.add(rest.substring(0, blank));
            rest = rest.substring(blank).strip();
        }
        return new Instruction(op, rest, List.copyOf(flags), line, heredoc, List.copyOf(following));
    }

    private static int blank(String text) {
        int at = 0;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
