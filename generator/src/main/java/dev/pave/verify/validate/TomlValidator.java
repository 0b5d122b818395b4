package dev.pave.verify.validate;

import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** Every TOML file parses; a key given twice is an error of the language itself. */
final class TomlValidator implements Validator {

    private static final int DEEPEST = 100;

    private static final TomlMapper MAPPER = new TomlMapper(TomlFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    @Override
    public String id() {
        return "toml";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        for (String path : files.paths()) {
            if (path.endsWith(".toml")) {
                Texts.read(files, path, report).ifPresent(text -> parse(path, text, report));
            }
        }
        return report.findings();
    }

    private static void parse(String path, String text, Report report) {
        try {
            MAPPER.readTree(text);
        } catch (JacksonException e) {
            JacksonFault.report(path, e, "TOML", report);
        }
    }
}
