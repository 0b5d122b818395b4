package dev.pave.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the versions and pins that templates print from {@code versions/}: real build files, which Renovate and Dependabot keep up to date by themselves.
 *
 * <ul>
 *   <li>{@code maven}: properties {@code <name.version>} of {@code pom.xml}
 *   <li>{@code image}: {@code FROM image:tag@digest} lines of a {@code Dockerfile}, by {@code image:tag}
 *   <li>{@code action}: {@code uses: owner/name@commit # version} lines of workflows, by {@code owner/name}, as {@code uses} and {@code version}
 *   <li>{@code npm}: dependencies of {@code package.json}
 *   <li>{@code pypi}: {@code name==version} lines of {@code requirements*.txt}
 * </ul>
 */
final class VersionsReader {

    private static final Pattern MAVEN = Pattern.compile("<([A-Za-z0-9.-]+)\\.version>\\s*([^<\\s]+)\\s*</");
    private static final Pattern IMAGE =
            Pattern.compile("(?m)^FROM\\s+(?:--\\S+\\s+)?([^\\s@]+)(@sha256:[0-9a-f]{64})?");
    private static final Pattern ACTION =
            Pattern.compile("(?m)^\\s*(?:-\\s+)?uses:\\s*([^\\s@]+)@([0-9a-f]{40})\\s*#\\s*(\\S+)");
    private static final Pattern NPM = Pattern.compile("\"([@A-Za-z0-9/._-]+)\"\\s*:\\s*\"[~^]?([0-9][^\"]*)\"");
    private static final Pattern PYPI = Pattern.compile("(?m)^([A-Za-z0-9._-]+)(?:\\[[^\\]]*])?==([^\\s;\\\\]+)");

    private final TemplateTree tree;

    VersionsReader(TemplateTree tree) {
        this.tree = tree;
    }

    Map<String, Map<String, Object>> read() {
        Map<String, Map<String, Object>> versions = new LinkedHashMap<>();
        for (String ecosystem : new String[] {"maven", "image", "action", "npm", "pypi"}) {
            versions.put(ecosystem, new TreeMap<>());
        }
        for (String path : tree.paths()) {
            if (path.startsWith("versions/")) {
                read(path.substring(path.lastIndexOf('/') + 1), path, versions);
            }
        }
        return versions;
    }

    private void read(String fileName, String path, Map<String, Map<String, Object>> versions) {
        String text = new String(tree.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
        if (fileName.equals("pom.xml")) {
            pairs(MAVEN, text, versions.get("maven"));
        } else if (fileName.equals("package.json")) {
            pairs(NPM, text, versions.get("npm"));
        } else if (fileName.startsWith("requirements") && fileName.endsWith(".txt")) {
            pairs(PYPI, text, versions.get("pypi"));
        } else if (fileName.equals("Dockerfile")) {
            Matcher matcher = IMAGE.matcher(text);
            while (matcher.find()) {
                String digest = matcher.group(2);
                versions.get("image")
                        .put(matcher.group(1), digest == null ? matcher.group(1) : matcher.group(1) + digest);
            }
        } else if (fileName.endsWith(".yml") || fileName.endsWith(".yaml")) {
            Matcher matcher = ACTION.matcher(text);
            while (matcher.find()) {
                versions.get("action")
                        .put(
                                matcher.group(1),
                                Map.of("uses", matcher.group(1) + "@" + matcher.group(2), "version", matcher.group(3)));
            }
        }
    }

    private static void pairs(Pattern pattern, String text, Map<String, Object> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.put(matcher.group(1), matcher.group(2));
        }
    }
}
