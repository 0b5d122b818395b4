package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Every JSON file is one JSON value without a key given twice; comments only where the reader of the file knows them. */
final class JsonValidator implements Validator {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Texts.MOST_BYTES)
                    .build())
            .build();

    private static final JsonFactory WITH_COMMENTS = STRICT.rebuild()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    @Override
    public String id() {
        return "json";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        for (String path : files.paths()) {
            if (path.endsWith(".json") || path.endsWith(".jsonc")) {
                Texts.read(files, path, report).ifPresent(text -> parse(path, text, report));
            }
        }
        return report.findings();
    }

    private static void parse(String path, String text, Report report) {
        JsonFactory factory = mayHaveComments(path) ? WITH_COMMENTS : STRICT;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                report.add("syntax", Location.of(path, 1), "an empty file is not JSON", "write {}, or delete it");
                return;
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                Location place = Location.of(path, parser.currentTokenLocation().getLineNr());
                report.add("syntax", place, "something follows the JSON value", "remove it");
            }
        } catch (JacksonException e) {
            JacksonFault.report(path, e, "JSON", report);
        }
    }

    private static boolean mayHaveComments(String path) {
        String name = Paths.name(path);
        return name.endsWith(".jsonc")
                || name.equals("devcontainer.json")
                || name.startsWith(".devcontainer")
                || name.startsWith("tsconfig")
                || path.startsWith(".vscode/");
    }
}
