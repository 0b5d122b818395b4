package dev.pave.verify.validate;

import dev.pave.verify.Validator;
import java.util.List;

/** The validators that need nothing but the files. */
public final class Validators {

    private Validators() {}

    /** All of them, in the order of their ids. They share what they parse; use a list for one repository at a time. */
    public static List<Validator> all() {
        YamlFiles yaml = new YamlFiles();
        return List.of(
                new DockerfileValidator(),
                new JsonValidator(),
                new KubernetesValidator(yaml),
                new KustomizeValidator(yaml),
                new LinksValidator(yaml),
                new OpenApiValidator(yaml),
                new PropertiesValidator(),
                new TomlValidator(),
                new WorkflowValidator(yaml),
                new XmlValidator(),
                new YamlValidator(yaml));
    }
}
