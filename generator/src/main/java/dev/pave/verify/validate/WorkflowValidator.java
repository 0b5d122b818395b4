package dev.pave.verify.validate;

import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.yaml.YamlNode;
import java.util.List;
import java.util.Map;

/** Workflows of GitHub Actions have the keys that there are, and name jobs, steps and scripts that are there. */
final class WorkflowValidator implements Validator {

    private static final Shape SHAPE = ShapeReader.read("workflow.yaml").get("Workflow");
    private static final String FOLDER = ".github/workflows";

    private final YamlFiles yaml;

    WorkflowValidator(YamlFiles yaml) {
        this.yaml = yaml;
    }

    @Override
    public String id() {
        return "workflow";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        yaml.of(files).forEach((path, parsed) -> {
            if (Paths.folder(path).equals(FOLDER)) {
                for (YamlNode root : parsed.documents()) {
                    new ShapeCheck(report).check(root, SHAPE, "");
                    check(root, files, report);
                }
            }
        });
        return report.findings();
    }

    private static void check(YamlNode root, RepositoryFiles files, Report report) {
        Map<String, YamlNode.Entry> jobs = Nodes.entries(root, "jobs");
        new WorkflowJobs(jobs, report).check();
        jobs.values().forEach(job -> new WorkflowSteps(files, jobs, job.value(), report).check());
    }
}
