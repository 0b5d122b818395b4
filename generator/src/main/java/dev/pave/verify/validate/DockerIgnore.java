package dev.pave.verify.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.pave.verify.RepositoryFiles;
import java.util.ArrayList;
import java.util.List;

/** Which files of a build context a {@code .dockerignore} lets through: the last pattern that matches decides. */
final class DockerIgnore {

    private record Line(Pattern pattern, boolean letsThrough) {}

    private final List<Line> lines = new ArrayList<>();

    DockerIgnore(RepositoryFiles files, String dockerfile) {
        String own = dockerfile + ".dockerignore";
        String folder = Paths.folder(dockerfile);
        String path = Paths.isFile(files, own) ? own : Paths.join(folder, ".dockerignore");
        files.text(path).stream().flatMap(String::lines).map(String::strip).forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
                boolean letsThrough = line.startsWith("!");
                String glob = (letsThrough ? line.substring(1) : line).strip();
                try {
                    lines.add(new Line(Pattern.compile(expression(glob)), letsThrough));
                } catch (PatternSyntaxException e) {
                    return; // Docker refuses it as well; what it would match cannot be told
                }
            }
        });
    }

    boolean letsThrough(String path) {
        boolean through = true;
        for (Line line : lines) {
            if (line.pattern().matches(path)) {
                through = line.letsThrough();
            }
        }
        return through;
    }

    /** A pattern matches a path, and everything below it. */
    private static String expression(String glob) {
        String clean = glob.startsWith("/") ? glob.substring(1) : glob;
        clean = clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '*' && i + 1 < clean.length() && clean.charAt(i + 1) == '*') {
                boolean folders = i + 2 < clean.length() && clean.charAt(i + 2) == '/';
                expression.append(folders ? "(?:.*/)?" : ".*");
                i += folders ? 2 : 1;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return expression + "(?:/.*)?";
    }
}
