package dev.pave.verify.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Dockerfile as rules see it: {@code {stages: [{image, tag, digest, name, instructions}], instructions}}, an instruction being
 * {@code {op, value, flags, json}}: {@code op} in capitals, {@code value} without flags and line breaks, {@code json} whether it is in exec form. A
 * here document is part of the value.
 */
final class DockerfileArtifact {

    private static final Pattern TAKES_HERE_DOCUMENTS = Pattern.compile("(?i)(RUN|COPY|ADD)\\s");
    private static final Pattern HERE_DOCUMENT =
            Pattern.compile("\\s\\d?<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1(?=\\s|$)");

    private record Instruction(String op, String value, List<String> flags, int line) {}

    private DockerfileArtifact() {}

    static Node read(String text) {
        List<Node> all = new ArrayList<>();
        List<Map<String, Node>> stages = new ArrayList<>();
        List<List<Node>> ofStages = new ArrayList<>();
        for (Instruction instruction : instructions(text)) {
            Node node = node(instruction);
            all.add(node);
            if (instruction.op().equals("FROM")) {
                stages.add(stage(instruction));
                ofStages.add(new ArrayList<>());
            } else if (!stages.isEmpty()) {
                ofStages.get(stages.size() - 1).add(node);
            }
        }
        List<Node> stageNodes = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Map<String, Node> stage = stages.get(i);
            int line = stage.values().iterator().next().line();
            stage.put("instructions", Node.list(line, ofStages.get(i)));
            stageNodes.add(Node.map(line, stage));
        }
        return Node.map(1, Map.of("stages", Node.list(1, stageNodes), "instructions", Node.list(1, all)));
    }

    private static Map<String, Node> stage(Instruction from) {
        String[] words = from.value().split("\\s+", -1);
        String reference = words[0];
        String digest = "";
        int at = reference.indexOf('@');
        if (at >= 0) {
            digest = reference.substring(at + 1);
            reference = reference.substring(0, at);
        }
        int colon = reference.lastIndexOf(':');
        boolean tagged = colon > reference.lastIndexOf('/');
        Map<String, Node> stage = new LinkedHashMap<>();
        stage.put("image", Node.leaf(tagged ? reference.substring(0, colon) : reference, from.line()));
        stage.put("tag", Node.leaf(tagged ? reference.substring(colon + 1) : "", from.line()));
        stage.put("digest", Node.leaf(digest, from.line()));
        stage.put("name", Node.leaf(words.length == 3 && words[1].equalsIgnoreCase("as") ? words[2] : "", from.line()));
        return stage;
    }

    private static Node node(Instruction instruction) {
        int line = instruction.line();
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("op", Node.leaf(instruction.op(), line));
        fields.put("value", Node.leaf(instruction.value(), line));
        fields.put(
                "flags",
                Node.list(
                        line,
                        instruction.flags().stream()
                                .map(flag -> Node.leaf(flag, line))
                                .toList()));
        fields.put("json", Node.leaf(commandOf(instruction).startsWith("["), line));
        return Node.map(line, fields);
    }

    /** The command of a HEALTHCHECK stands behind a word of its own. */
    private static String commandOf(Instruction instruction) {
        boolean health =
                instruction.op().equals("HEALTHCHECK") && instruction.value().startsWith("CMD");
        return health ? instruction.value().substring("CMD".length()).strip() : instruction.value();
    }

    private static List<Instruction> instructions(String text) {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Deque<String> ends = new ArrayDeque<>();
        int number = 0;
        int first = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (!ends.isEmpty()) {
                if (stripped.equals(ends.peek())) {
                    ends.remove();
                } else {
                    open.append(' ').append(stripped);
                }
                if (ends.isEmpty()) {
                    instructions.add(instruction(open.toString(), first));
                    open.setLength(0);
                }
                continue;
            }
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            if (open.isEmpty()) {
                first = number;
            }
            if (stripped.endsWith("\\")) {
                open.append(stripped, 0, stripped.length() - 1).append(' ');
                continue;
            }
            open.append(stripped);
            ends.addAll(hereDocuments(open));
            if (ends.isEmpty()) {
                instructions.add(instruction(open.toString(), first));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            instructions.add(instruction(open.toString(), first));
        }
        return instructions;
    }

    /** The words that end the here documents of an instruction, in order; what stands before them belongs to the instruction. */
    private static List<String> hereDocuments(CharSequence instruction) {
        return TAKES_HERE_DOCUMENTS.matcher(instruction).lookingAt()
                ? HERE_DOCUMENT
                        .matcher(instruction)
                        .results()
                        .map(result -> result.group(2))
                        .toList()
                : List.of();
    }

    private static Instruction instruction(String text, int line) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
        String op = words.remove(0).toUpperCase(Locale.ROOT);
        List<String> flags = new ArrayList<>();
        while (!words.isEmpty() && words.get(0).startsWith("--")) {
            flags.add(words.remove(0));
        }
        return new Instruction(op, String.join(" ", words), flags, line);
    }
}
