package dev.pave.verify.rule;

import dev.pave.catalogue.Rule.Artifact;
import dev.pave.verify.RepositoryFiles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of files, each read once, however many repositories have the same file. */
final class Documents {

    /** A larger file is no source that a person writes, and would take long to judge. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private record Key(Artifact artifact, String digest) {}

    private final Map<Key, List<Node>> read = new HashMap<>();

    /** A file's content under a name that equal contents share. */
    record Content(String digest, String text) {}

    /** Empty where there is no such file, or where no rule can read it: it is not UTF-8, or larger than a source is. */
    static Optional<Content> content(RepositoryFiles files, String path) {
        return files.text(path)
                .filter(text -> text.length() <= MOST_CHARACTERS)
                .map(text -> new Content(digest(files.bytes(path).orElseThrow()), text));
    }

    /** @return empty where the file is not what it should be; a validator says so */
    List<Node> of(String path, Content content, Artifact artifact) {
        return read.computeIfAbsent(new Key(artifact, content.digest()), key -> read(path, content.text(), artifact));
    }

    private static List<Node> read(String path, String text, Artifact artifact) {
        return switch (artifact) {
            case YAML, JSON -> YamlArtifact.read(path, text);
            case DOCKERFILE -> List.of(DockerfileArtifact.read(text));
            case TEXT -> List.of(LineArtifacts.text(text));
            case PROPERTIES -> List.of(LineArtifacts.properties(text));
            case XML -> XmlArtifact.read(text).map(List::of).orElse(List.of());
            case FILES -> List.of(Node.map(1, Map.of()));
        };
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
