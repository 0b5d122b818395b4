package dev.pave.spec;

import dev.pave.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user asks for, as {@code pave.yaml} says it. Checked as far as it can be without knowing the golden paths, the features and the personas.
 *
 * @param description one or more lines
 * @param owner the team, a kebab-case name
 * @param path the golden path; empty only where the reader was told so
 * @param options by name, in the order of the description
 * @param resources in the order of the description
 * @param templates where the templates come from; empty for those that are bundled with Pave
 */
public record ServiceDescription(
        ServiceName name,
        String description,
        Name owner,
        Optional<Selected> path,
        Namespace namespace,
        PersonaSelection personas,
        FeatureSelection features,
        Map<String, Option> options,
        List<Resource> resources,
        Optional<TemplateReference> templates,
        Location location) {

    public ServiceDescription {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        resources = List.copyOf(resources);
    }

    /** With the bundled templates. */
    public ServiceDescription(
            ServiceName name,
            String description,
            Name owner,
            Optional<Selected> path,
            Namespace namespace,
            PersonaSelection personas,
            FeatureSelection features,
            Map<String, Option> options,
            List<Resource> resources,
            Location location) {
        this(
                name,
                description,
                owner,
                path,
                namespace,
                personas,
                features,
                options,
                resources,
                Optional.empty(),
                location);
    }

    public Optional<Resource> resource(Name wanted) {
        return resources.stream()
                .filter(resource -> resource.name().equals(wanted))
                .findFirst();
    }

    /** The resource that a reference points to. */
    public Resource target(Field reference) {
        return reference.to().flatMap(this::resource).orElseThrow();
    }

    /** The host at which the service is public, {@code student-records.example.edu}. */
    public String host() {
        return name.kebab() + "." + namespace.domain();
    }
}
