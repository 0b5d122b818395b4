package dev.pave.lock;

import dev.pave.git.GitUrl;
import dev.pave.git.TemplateVersion;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** One pass over the text of a lock. Every fault ends it, with its line and column. */
final class LockParser {

    private static final int DEEPEST = 4;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_FILES = 100_000;
    private static final int MOST_OTHERS = 1_000;
    private static final String RESTORE = "restore it from git, or delete it: 'pave update' then compares without it";
    private static final Set<String> FILE_KEYS = Set.of("mode", "type", "sha256", "blob", "owner", "source");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .build())
            .build();

    private final String source;
    private final String text;
    private final Map<String, ProjectPath> byCollisionKey = new HashMap<>();

    LockParser(String source, String text) {
        this.source = source;
        this.text = text;
    }

    Lock parse() {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            format(json);
            String pave = named(json, "pave");
            requireKey(json, "templates");
            TemplateSource templates = templates(json);
            SortedMap<String, Sha256> personas = new TreeMap<>();
            requireKey(json, "personas");
            texts(json, MOST_OTHERS).forEach((id, hex) -> personas.put(id, checked(json, () -> new Sha256(hex))));
            requireKey(json, "features");
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            requireKey(json, "selected");
            List<String> selected = list(json);
            requireKey(json, "implied");
            List<String> implied = list(json);
            expect(json, json.nextToken(), JsonToken.END_OBJECT);
            requireKey(json, "files");
            SortedMap<ProjectPath, LockedFile> files = files(json);
            expect(json, json.nextToken(), JsonToken.END_OBJECT);
            if (json.nextToken() != null) {
                throw fault(json, "something follows the end of the lock");
            }
            return new Lock(pave, templates, personas, selected, implied, files);
        } catch (JacksonException e) {
            throw new InvalidInput(new Problem(
                    "lock", location(e.getLocation()), "not the JSON of a lock: " + e.getOriginalMessage(), RESTORE));
        }
    }

    /** Comes first, so that nothing of a newer format is looked at. */
    private void format(JsonParser json) {
        requireKey(json, "lock");
        expect(json, json.nextToken(), JsonToken.VALUE_NUMBER_INT);
        String number = json.getString();
        if (number.equals(String.valueOf(Lock.FORMAT))) {
            return;
        }
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw fault(json, "'" + number + "' is no version of a lock");
        }
        throw new InvalidInput(new Problem(
                "lock-is-newer",
                location(json.currentTokenLocation()),
                "the lock has format " + number + ", and this Pave reads up to " + Lock.FORMAT,
                "use the Pave that wrote it, or a newer one; nothing was changed"));
    }

    private TemplateSource templates(JsonParser json) {
        Map<String, String> values = texts(json, MOST_OTHERS);
        return checked(
                json,
                () -> new TemplateSource(
                        switch (values.getOrDefault("source", "")) {
                            case "bundled" -> TemplateSource.Kind.BUNDLED;
                            case "directory" -> TemplateSource.Kind.DIRECTORY;
                            case "git" -> TemplateSource.Kind.GIT;
                            default -> throw new IllegalArgumentException("unknown source of templates");
                        },
                        Optional.ofNullable(values.get("version")),
                        git(values),
                        new Sha256(values.getOrDefault("digest", ""))));
    }

    private static Optional<GitSource> git(Map<String, String> values) {
        return "git".equals(values.get("source"))
                ? Optional.of(new GitSource(
                        new TemplateVersion(
                                new GitUrl(values.getOrDefault("url", "")),
                                values.getOrDefault("ref", ""),
                                values.getOrDefault("commit", "")),
                        values.getOrDefault("folder", "")))
                : Optional.empty();
    }

    private SortedMap<ProjectPath, LockedFile> files(JsonParser json) {
        SortedMap<ProjectPath, LockedFile> files = new TreeMap<>();
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            ProjectPath path = path(json);
            if (files.size() == MOST_FILES) {
                throw fault(json, "more than " + MOST_FILES + " files");
            }
            files.put(path, file(json, path));
        }
        expect(json, json.currentToken(), JsonToken.END_OBJECT);
        for (ProjectPath path : files.keySet()) {
            String key = path.collisionKey();
            for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
                if (byCollisionKey.containsKey(key.substring(0, slash))) {
                    throw fault(
                            json,
                            "'" + path + "' lies in '" + byCollisionKey.get(key.substring(0, slash)) + "', a file");
                }
            }
        }
        return files;
    }

    private ProjectPath path(JsonParser json) {
        ProjectPath path = checked(json, () -> new ProjectPath(json.currentName()));
        String key = path.collisionKey();
        if (key.equals(Lock.PATH.value()) || key.equals(Lock.BASES) || key.startsWith(Lock.BASES + "/")) {
            throw fault(json, "'" + path + "' is Pave's own, and no generated file");
        }
        ProjectPath other = byCollisionKey.put(key, path);
        if (other != null) {
            throw fault(json, "'" + path + "' and '" + other + "' are the same path where case does not matter");
        }
        return path;
    }

    private LockedFile file(JsonParser json, ProjectPath path) {
        Map<String, String> values = texts(json, MOST_OTHERS);
        return checked(json, () -> {
            for (String key : FILE_KEYS) {
                if (!values.containsKey(key)) {
                    throw new IllegalArgumentException("'" + path + "' has no '" + key + "'");
                }
            }
            Optional<String> write = Optional.ofNullable(values.get("write"));
            if (values.size() != FILE_KEYS.size() + (write.isPresent() ? 1 : 0)
                    || write.filter(word -> !word.equals(LockReader.ONCE)).isPresent()) {
                throw new IllegalArgumentException("'" + path + "' says more than this Pave understands");
            }
            return new LockedFile(
                    path,
                    LockReader.mode(values.get("mode")),
                    LockReader.type(values.get("type")),
                    new Sha256(values.get("sha256")),
                    LockReader.blob(values.get("blob")),
                    values.get("owner"),
                    values.get("source"),
                    write.isPresent());
        });
    }

    /** The value of the next key, which must have this name. */
    private String named(JsonParser json, String key) {
        requireKey(json, key);
        expect(json, json.nextToken(), JsonToken.VALUE_STRING);
        return json.getString();
    }

    private void requireKey(JsonParser json, String key) {
        JsonToken token = json.nextToken();
        if (token != JsonToken.PROPERTY_NAME || !json.currentName().equals(key)) {
            throw fault(json, "'" + key + "' is expected here");
        }
    }

    private Map<String, String> texts(JsonParser json, int most) {
        Map<String, String> texts = new LinkedHashMap<>();
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            expect(json, json.nextToken(), JsonToken.VALUE_STRING);
            texts.put(key, json.getString());
            if (texts.size() > most) {
                throw fault(json, "more than " + most + " entries");
            }
        }
        expect(json, json.currentToken(), JsonToken.END_OBJECT);
        return texts;
    }

    private List<String> list(JsonParser json) {
        List<String> texts = new ArrayList<>();
        expect(json, json.nextToken(), JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getString());
            if (texts.size() > MOST_OTHERS) {
                throw fault(json, "more than " + MOST_OTHERS + " entries");
            }
        }
        expect(json, json.currentToken(), JsonToken.END_ARRAY);
        return texts;
    }

    private void expect(JsonParser json, @Nullable JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw fault(json, "not the form of a lock");
        }
    }

    private <T> T checked(JsonParser json, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw fault(json, String.valueOf(e.getMessage()));
        }
    }

    private InvalidInput fault(JsonParser json, String message) {
        return new InvalidInput(new Problem("lock", location(json.currentTokenLocation()), message, RESTORE));
    }

    private Location location(@Nullable TokenStreamLocation place) {
        return place == null || place.getLineNr() < 1
                ? Location.of(source)
                : new Location(source, place.getLineNr(), Math.max(1, place.getColumnNr()));
    }
}
