package dev.pave.spec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a description as the {@code pave.yaml} from which an equal one is read. */
public final class ServiceDescriptionWriter {

    /** Words that some version of YAML reads as something else than a text. */
    private static final Set<String> NOT_TEXTS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private ServiceDescriptionWriter() {}

    /** The text of {@code pave.yaml}, the same for equal descriptions; locations do not matter. */
    public static String write(ServiceDescription description) {
        ServiceDescriptionWriter writer = new ServiceDescriptionWriter();
        writer.description(description);
        return writer.out.toString();
    }

    private void description(ServiceDescription description) {
        line(0, "pave", Long.toString(ServiceDescriptionReader.FORMAT));
        line(0, "name", scalar(description.name().kebab()));
        line(0, "description", sentence(description.description()));
        line(0, "owner", scalar(description.owner().kebab()));
        description.path().ifPresent(path -> line(0, "path", scalar(path.id())));
        line(0, "namespace", scalar(description.namespace().dotted()));
        description.templates().ifPresent(templates -> line(0, "templates", templates(templates)));
        PersonaSelection personas = description.personas();
        line(0, "personas", personas.all() ? ServiceDescriptionReader.ALL : ids(personas.listed()));
        FeatureSelection features = description.features();
        if (!features.add().isEmpty() || !features.remove().isEmpty()) {
            line(0, "features", "{add: " + ids(features.add()) + ", remove: " + ids(features.remove()) + "}");
        }
        if (!description.options().isEmpty()) {
            String options = description.options().entrySet().stream()
                    .map(option -> scalar(option.getKey()) + ": " + option(option.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            line(0, "options", options);
        }
        if (!description.resources().isEmpty()) {
            out.append("resources:\n");
            description.resources().forEach(this::resource);
        }
    }

    private static String templates(TemplateReference templates) {
        return templates.brief().map(ServiceDescriptionWriter::scalar).orElseGet(() -> {
            StringBuilder mapping = new StringBuilder("{source: ").append(scalar(templates.source()));
            templates.ref().ifPresent(ref -> mapping.append(", ref: ").append(scalar(ref)));
            if (templates.prerelease()) {
                mapping.append(", prerelease: true");
            }
            if (!templates.tagPrefix().isEmpty()) {
                mapping.append(", tag-prefix: ").append(scalar(templates.tagPrefix()));
            }
            if (!templates.folder().isEmpty()) {
                mapping.append(", folder: ").append(scalar(templates.folder()));
            }
            return mapping.append('}').toString();
        });
    }

    private void resource(Resource resource) {
        out.append("  ").append(scalar(resource.name().kebab())).append(":\n");
        if (!hasRegularPlural(resource)) {
            line(2, "plural", scalar(resource.plural().kebab()));
        }
        if (!resource.description().isEmpty()) {
            line(2, "description", sentence(resource.description()));
        }
        out.append("    fields:\n");
        for (Field field : resource.fields()) {
            line(3, scalar(field.name().kebab()), field(field));
        }
        if (!resource.unique().isEmpty()) {
            String combinations = resource.unique().stream()
                    .map(combination -> combination.stream()
                            .map(name -> scalar(name.kebab()))
                            .collect(Collectors.joining(", ", "[", "]")))
                    .collect(Collectors.joining(", ", "[", "]"));
            line(2, "unique", combinations);
        }
    }

    private static boolean hasRegularPlural(Resource resource) {
        try {
            return resource.name().plural().equals(resource.plural());
        } catch (IllegalArgumentException e) {
            return false; // too long, which is why another was given
        }
    }

    private static String field(Field field) {
        StringBuilder result = new StringBuilder("{type: ").append(field.type().key());
        for (Map.Entry<Attribute, Object> given : field.attributes().entrySet()) {
            result.append(", ").append(given.getKey().key()).append(": ").append(value(given.getValue()));
        }
        return result.append('}').toString();
    }

    private static String value(Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(v -> scalar(v.toString())).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String || value instanceof Name ? scalar(value.toString()) : value.toString();
    }

    private static String ids(List<Selected> selected) {
        return selected.stream().map(s -> scalar(s.id())).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String option(Option option) {
        String value = option.value();
        boolean number = value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? value : scalar(value);
    }

    private void line(int depth, String key, String value) {
        out.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
    }

    /** A text without quotes where no reader of any version of YAML can take it for anything else, in a flow or out of it. */
    private static String scalar(String text) {
        return isPlain(text, "") ? text : quoted(text);
    }

    /** The same outside a flow, where people's sentences may have more of their own characters. */
    private static String sentence(String text) {
        return isPlain(text, ",;'()") ? text : quoted(text);
    }

    private static boolean isPlain(String text, String more) {
        if (text.isEmpty() || text.endsWith(" ") || NOT_TEXTS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inner = (c >= '0' && c <= '9')
                    || c == ' '
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == '/'
                    || more.indexOf(c) >= 0;
            if (!letter && (i == 0 || !inner)) {
                return false;
            }
        }
        return true;
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\t' -> result.append("\\t");
                default -> {
                    if (isShown(c)) {
                        result.appendCodePoint(c);
                    } else {
                        result.append(String.format("\\U%08x", c));
                    }
                }
            }
        });
        return result.append('"').toString();
    }

    /** A fixed list, because what a JDK takes for a visible character changes with its version of Unicode. */
    private static boolean isShown(int c) {
        boolean control = c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F;
        boolean format = (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
        boolean none = (c >= 0xD800 && c <= 0xF8FF) || (c >= 0xFFF0 && c <= 0xFFFF) || c >= 0xE0000;
        return !control && !format && !none;
    }
}
