package dev.pave.verify.rule;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a document that a JSONPath leads to, with their lines. */
final class Selection {

    private static final String DOCUMENT = "$";
    private static final Configuration PATHS = Configuration.builder()
            .jsonProvider(new JsonSmartJsonProvider())
            .options(Option.AS_PATH_LIST, Option.SUPPRESS_EXCEPTIONS)
            .build();

    /** A step of a normalised path: {@code ['name']} or {@code [3]}. */
    private static final Pattern STEP = Pattern.compile("\\['((?:[^'\\\\]|\\\\.)*)']|\\[(\\d+)]");

    private final JsonPath path;
    private final boolean whole;

    /** @throws InvalidPathException where it is none */
    Selection(String path) {
        this.path = JsonPath.compile(path);
        this.whole = path.equals(DOCUMENT);
    }

    /** In the order of the document; empty where nothing is there. */
    List<Node> of(Node document) {
        if (whole) {
            return List.of(document);
        }
        List<Node> found = new ArrayList<>();
        List<String> paths = path.read(document.value(), PATHS);
        for (String one : paths) {
            found.add(follow(document, one));
        }
        return found;
    }

    private static Node follow(Node document, String path) {
        Node node = document;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            Node next = step.group(2) == null
                    ? node.fields().get(step.group(1).replaceAll("\\\\(.)", "$1"))
                    : node.items().get(Integer.parseInt(step.group(2)));
            if (next == null) {
                return node; // a name that the library writes in a way of its own: at least the line is near
            }
            node = next;
        }
        return node;
    }
}
