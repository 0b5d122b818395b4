package dev.pave.verify.validate;

import dev.pave.problem.Problem;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.util.List;

/** Every YAML file can be read: syntax, keys given twice, what makes a document grow without bound. */
final class YamlValidator implements Validator {

    private static final String PREFIX = "yaml-";

    private final YamlFiles yaml;

    YamlValidator(YamlFiles yaml) {
        this.yaml = yaml;
    }

    @Override
    public String id() {
        return "yaml";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        yaml.of(files)
                .values()
                .forEach(parsed -> parsed.fault()
                        .ifPresent(fault -> fault.problems()
                                .forEach(problem -> report.add(
                                        check(problem), problem.location(), problem.message(), problem.remedy()))));
        return report.findings();
    }

    private static String check(Problem problem) {
        String code = problem.code();
        return code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code;
    }
}
