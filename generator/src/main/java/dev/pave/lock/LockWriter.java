package dev.pave.lock;

import dev.pave.plan.FileMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes a lock as JSON, sorted and with one entry a line, so that git merges two of them well. */
public final class LockWriter {

    private final StringBuilder json = new StringBuilder();

    private LockWriter() {}

    /** The bytes of {@code pave.lock}; the same lock gives the same bytes. */
    public static byte[] write(Lock lock) {
        return new LockWriter().text(lock).getBytes(StandardCharsets.UTF_8);
    }

    private String text(Lock lock) {
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("source", lock.templates().kind().name().toLowerCase(Locale.ROOT));
        lock.templates().version().ifPresent(version -> templates.put("version", version));
        lock.templates().git().ifPresent(git -> {
            templates.put("url", git.version().url().text());
            templates.put("ref", git.version().ref());
            templates.put("commit", git.version().commit());
            if (!git.folder().isEmpty()) {
                templates.put("folder", git.folder());
            }
        });
        templates.put("digest", lock.templates().digest().hex());

        json.append("{\n  \"lock\": ").append(Lock.FORMAT).append(",\n");
        json.append("  \"pave\": ").append(quoted(lock.paveVersion())).append(",\n");
        json.append("  \"templates\": ").append(flat(templates)).append(",\n");
        json.append("  \"personas\": ");
        Map<String, String> personas = new LinkedHashMap<>();
        lock.personas().forEach((id, digest) -> personas.put(id, quoted(digest.hex())));
        object(personas, "  ");
        json.append(",\n  \"features\": {\n    \"selected\": ");
        list(lock.selected());
        json.append(",\n    \"implied\": ");
        list(lock.implied());
        json.append("\n  },\n  \"files\": ");
        Map<String, String> files = new LinkedHashMap<>();
        lock.files().forEach((path, file) -> files.put(path.value(), file(file)));
        object(files, "  ");
        return json.append("\n}\n").toString();
    }

    private static String file(LockedFile file) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("mode", file.mode() == FileMode.EXECUTABLE ? LockReader.EXECUTABLE : LockReader.REGULAR);
        entry.put("type", file.type().name().toLowerCase(Locale.ROOT));
        entry.put("sha256", file.sha256().hex());
        entry.put("blob", file.blob().hex());
        entry.put("owner", file.owner());
        entry.put("source", file.source());
        if (file.once()) {
            entry.put("write", LockReader.ONCE);
        }
        return flat(entry);
    }

    /** On one line. */
    private static String flat(Map<String, String> entries) {
        StringBuilder line = new StringBuilder("{");
        entries.forEach((key, value) -> line.append(line.length() == 1 ? "" : ", ")
                .append(quoted(key))
                .append(": ")
                .append(quoted(value)));
        return line.append('}').toString();
    }

    private void object(Map<String, String> entries, String indent) {
        if (entries.isEmpty()) {
            json.append("{}");
            return;
        }
        String separator = "{\n";
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            json.append(separator).append(indent).append("  ").append(quoted(entry.getKey()));
            json.append(": ").append(entry.getValue());
            separator = ",\n";
        }
        json.append('\n').append(indent).append('}');
    }

    private void list(List<String> texts) {
        if (texts.isEmpty()) {
            json.append("[]");
            return;
        }
        String separator = "[\n";
        for (String text : texts) {
            json.append(separator).append("      ").append(quoted(text));
            separator = ",\n";
        }
        json.append("\n    ]");
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
