package dev.pave.cli;

import static java.util.stream.Collectors.joining;

import dev.pave.lifecycle.DescriptionText;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.spec.ServiceDescriptionWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a service description comes from, and what the command line says differently. */
final class DescriptionOptions {

    private static final String STANDARD_INPUT = "-";
    private static final String PERSONAS = "personas";

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Service description (pave.yaml) to read; - for standard input.")
    private @Nullable String from;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the service, kebab-case.")
    private @Nullable String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "What the service is for.")
    private @Nullable String description;

    @Option(names = "--owner", paramLabel = "TEAM", description = "Who owns it, kebab-case.")
    private @Nullable String owner;

    @Option(names = "--path", paramLabel = "PATH", description = "Golden path; see: pave list paths")
    private @Nullable String path;

    @Option(names = "--namespace", paramLabel = "NAME", description = "Java package, npm scope, …: edu.example")
    private @Nullable String namespace;

    @Option(
            names = "--persona",
            paramLabel = "ID",
            description = "Only these personas count. May be given several times; see: pave list personas")
    private @Nullable List<String> personas;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Value that differs from the file, as options.java=21. May be given several times.")
    private Map<String, String> set = new LinkedHashMap<>();

    /** The address of the templates that were used, for the description to name. */
    private @Nullable String templates;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * A description, and the text that becomes the repository's {@code pave.yaml}: the file's own, comments and all, where nothing differs from it.
     */
    record Description(ServiceDescription description, String text) {}

    /** Makes the description name these templates. */
    void templates(String address) {
        this.templates = address;
    }

    /** The folder that the description is in, to which what it names is relative. */
    Path folder() {
        Path parent = from == null || from.equals(STANDARD_INPUT)
                ? null
                : Path.of(from).getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The description from the given file or standard input; empty where none is named. */
    Optional<Description> read(Terminal terminal) {
        if (from == null) {
            return Optional.empty();
        }
        return Optional.of(parse(
                from.equals(STANDARD_INPUT)
                        ? DescriptionText.of("<standard input>", terminal.in())
                        : DescriptionText.of(Path.of(from))));
    }

    /** The description in a text, with what the command line says differently. */
    Description parse(DescriptionText text) {
        return overrides().isEmpty()
                ? new Description(new ServiceDescriptionReader().read(text.source(), text.text()), text.text())
                : canonical(text);
    }

    /** As {@link #parse}, for a text that nobody wrote: {@code pave.yaml} is in the one style in which Pave writes it. */
    Description canonical(DescriptionText text) {
        ServiceDescription read = reader().read(text.source(), text.text());
        return new Description(read, ServiceDescriptionWriter.write(read));
    }

    private ServiceDescriptionReader reader() {
        overrides();
        ServiceDescriptionReader reader = new ServiceDescriptionReader();
        for (Map.Entry<String, String> option : options().entrySet()) {
            String place = option.getKey().equals(PERSONAS) ? "--persona" : "--" + option.getKey();
            reader = reader.withValue(place, option.getKey(), option.getValue());
        }
        return reader.with(set);
    }

    /** Whether the name comes from a file or the command line. */
    boolean saysName() {
        return from != null || overrides().containsKey("name");
    }

    /** What the command line says, by key of the description. */
    Map<String, String> overrides() {
        Map<String, String> overrides = options();
        for (String key : set.keySet()) {
            if (overrides.containsKey(key)) {
                throw new ParameterException(
                        spec.commandLine(),
                        (key.equals(PERSONAS) ? "--persona" : "--" + key) + " and --set " + key
                                + " are the same; give one of them");
            }
        }
        overrides.putAll(set);
        return overrides;
    }

    /** What options other than {@code --set} say. */
    private Map<String, String> options() {
        Map<String, String> overrides = new LinkedHashMap<>();
        put(overrides, "name", name);
        put(overrides, "description", description);
        put(overrides, "owner", owner);
        put(overrides, "path", path);
        put(overrides, "namespace", namespace);
        put(overrides, "templates", templates);
        if (personas != null) {
            overrides.put(
                    PERSONAS, personas.stream().map(DescriptionOptions::quoted).collect(joining(", ", "[", "]")));
        }
        return overrides;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void put(Map<String, String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.put(key, value);
        }
    }
}
