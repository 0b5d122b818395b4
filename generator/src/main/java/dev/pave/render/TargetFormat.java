package dev.pave.render;

import dev.pave.plan.ProjectPath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a rendered file, chosen by its name, and how a free text is written in it so that it is read back as the very same text.
 *
 * <p>Each format escapes for one context, which templates have to put free text in: a double-quoted string in Java, TypeScript, Python, YAML, JSON, TOML
 * and Dockerfiles, a {@code '…'} literal in SQL and shell, character data or a quoted attribute in XML and HTML, inline text in Markdown, a value in
 * properties. Identifiers, numbers and paths are the same in all of them. {@link #PLAIN} has no way to escape, so it lets only harmless text through.
 */
enum TargetFormat {
    JAVA,
    TYPESCRIPT,
    PYTHON,
    YAML,
    JSON,
    TOML,
    XML,
    HTML,
    SQL,
    SHELL,
    MARKDOWN,
    PROPERTIES,
    DOCKERFILE,
    PLAIN;

    /** How the names of files in each format end. */
    static final Map<String, TargetFormat> BY_SUFFIX = Map.ofEntries(
            Map.entry(".java", JAVA),
            Map.entry(".ts", TYPESCRIPT),
            Map.entry(".tsx", TYPESCRIPT),
            Map.entry(".mts", TYPESCRIPT),
            Map.entry(".js", TYPESCRIPT),
            Map.entry(".mjs", TYPESCRIPT),
            Map.entry(".py", PYTHON),
            Map.entry(".yaml", YAML),
            Map.entry(".yml", YAML),
            Map.entry(".json", JSON),
            Map.entry(".toml", TOML),
            Map.entry(".xml", XML),
            Map.entry(".html", HTML),
            Map.entry(".sql", SQL),
            Map.entry(".sh", SHELL),
            Map.entry(".md", MARKDOWN),
            Map.entry(".properties", PROPERTIES),
            Map.entry("Dockerfile", DOCKERFILE));

    /** By the name of the file that is written, e.g. {@code Dockerfile} or {@code api/openapi.yaml}. */
    static TargetFormat of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return BY_SUFFIX.getOrDefault(dot < 0 ? name : name.substring(dot), PLAIN);
    }

    static TargetFormat of(ProjectPath path) {
        return of(path.value());
    }

    /** Whether trailing spaces mean something in this language: at all, or in a quoted text of several lines. */
    boolean keepsTrailingSpaces() {
        return this == MARKDOWN || this == SQL || this == SHELL;
    }

    /** The text as it is written in the format's context; empty where the format cannot express it. */
    Optional<String> escape(String text) {
        return switch (this) {
            case JAVA -> Optional.of(cStyle(text, false).replace("*/", "*\\057"));
            case TYPESCRIPT -> Optional.of(cStyle(text, true).replace("*/", "*\\/"));
            case PYTHON, JSON, TOML, YAML -> Optional.of(cStyle(text, true));
            case XML, HTML -> Optional.of(markup(text));
            case SQL -> Optional.of(text.replace("'", "''"));
            case SHELL -> Optional.of(text.replace("'", "'\\''"));
            case MARKDOWN -> Optional.of(MarkdownText.escape(text));
            case PROPERTIES -> Optional.of(properties(text));
            case DOCKERFILE -> isOneLine(text) ? Optional.of(dockerfile(text)) : Optional.empty();
            case PLAIN -> isHarmless(text) ? Optional.of(text) : Optional.empty();
        };
    }

    /**
     * A double-quoted string's inside. A backslash of the text is doubled, so that no {@code \}{@code u0041} comes into being, which Java would
     * translate even in a comment. Line separators that YAML or JavaScript take for line ends are escaped, as is what an editor would not show.
     */
    private static String cStyle(String text, boolean slashU) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> {
                    if (c >= ' '
                            && c != 0x7f
                            && !(c >= 0x80 && c < 0xa0)
                            && c != 0x2028
                            && c != 0x2029
                            && c != 0xfeff) {
                        escaped.append(c);
                    } else if (slashU || c > 0xff) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\%03o", (int) c));
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static String markup(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String properties(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                case ' ' -> escaped.append(i == 0 || i == text.length() - 1 ? "\\u0020" : " ");
                default -> {
                    if (c > ' ' && c < 0x7f) {
                        escaped.append(c);
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static String dockerfile(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    private static boolean isHarmless(String text) {
        return text.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || " -_./:@,+=*!?()[]{}".indexOf(c) >= 0);
    }
}
