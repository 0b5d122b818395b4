package dev.pave.verify.rule;

import dev.pave.verify.Dockerfile;
import dev.pave.verify.Dockerfile.Instruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Dockerfile as rules see it: {@code {stages: [{image, tag, digest, name, instructions}], instructions}}, an instruction being
 * {@code {op, value, flags, json}}: {@code op} in capitals, {@code value} without flags and line breaks, {@code json} whether it is in exec form. A
 * here document is part of the value.
 */
final class DockerfileArtifact {

    private DockerfileArtifact() {}

    static Node read(String text) {
        List<Node> all = new ArrayList<>();
        List<Map<String, Node>> stages = new ArrayList<>();
        List<List<Node>> ofStages = new ArrayList<>();
        for (Instruction instruction : Dockerfile.read(text).instructions()) {
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
        fields.put("value", Node.leaf(value(instruction), line));
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

    private static String value(Instruction instruction) {
        return Stream.concat(instruction.words().stream(), instruction.following().stream())
                .collect(Collectors.joining(" "));
    }

    /** The command of a HEALTHCHECK stands behind a word of its own. */
    private static String commandOf(Instruction instruction) {
        boolean health =
                instruction.op().equals("HEALTHCHECK") && instruction.value().startsWith("CMD");
        return health ? instruction.value().substring("CMD".length()).strip() : instruction.value();
    }
}
