package dev.pave.verify.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The instructions of a Dockerfile with their lines. */
record Dockerfile(List<Instruction> instructions) {

    /**
     * An instruction.
     *
     * @param value without flags; continued lines joined by a blank
     * @param heredoc whether lines that follow belong to it
     */
    record Instruction(String op, String value, List<String> flags, int line, boolean heredoc) {

        Optional<String> flag(String name) {
            String start = "--" + name + "=";
            return flags.stream()
                    .filter(flag -> flag.startsWith(start))
                    .map(flag -> flag.substring(start.length()))
                    .findFirst();
        }

        List<String> words() {
            return value.isBlank() ? List.of() : List.of(value.strip().split("\\s+", -1));
        }
    }

    static Dockerfile read(String text) {
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
                instructions.add(instruction(instruction, first + 1, !ends.isEmpty()));
                for (String end : ends) {
                    while (at < lines.size() && !lines.get(at).strip().equals(end)) {
                        at++;
                    }
                    at++;
                }
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    /** The words that end the here-documents of an instruction. */
    private static List<String> heredocs(String instruction) {
        List<String> ends = new ArrayList<>();
        String op = instruction.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        if (!op.equals("RUN") && !op.equals("COPY") && !op.equals("ADD")) {
            return ends;
        }
        for (String word : instruction.split("\\s+", -1)) {
            String start = word.startsWith("<<-") ? "<<-" : "<<";
            if (word.startsWith("<<") && !word.startsWith("<<<") && word.length() > start.length()) {
                ends.add(word.substring(start.length()).replace("\"", "").replace("'", ""));
            }
        }
        return ends;
    }

    private static Instruction instruction(String text, int line, boolean heredoc) {
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
        return new Instruction(op, rest, List.copyOf(flags), line, heredoc);
    }

    private static int blank(String text) {
        int at = 0;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
