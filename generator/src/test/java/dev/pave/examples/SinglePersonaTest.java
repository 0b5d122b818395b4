package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.lifecycle.DescriptionText;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.render.RenderedFile;
import dev.pave.spec.ServiceDescriptionReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is asked, and however little they ask for, the repository is whole: what its parts need, they ask for by themselves. */
class SinglePersonaTest {

    private static final Pattern SCRIPT = Pattern.compile("scripts/[a-z-]+\\.sh");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-architect",
                "ci-cd-engineer",
                "devops-engineer",
                "docker-kubernetes",
                "fullstack-dev",
                "sql-database-expert"
            })
    void aRepositoryByOnePersonaIsWhole(String persona) {
        Generated generated = generate(persona);
        Map<String, RenderedFile> files = generated.rendering().files().stream()
                .collect(Collectors.toMap(file -> file.path().value(), file -> file));

        assertThat(files)
                .containsKeys(
                        "README.md",
                        "PRACTICES.md",
                        "Dockerfile",
                        "api/openapi.yaml",
                        "db/migration/V1__create_schema.sql",
                        "deploy/base/deployment.yaml",
                        ".github/workflows/ci.yml",
                        "pom.xml");
        for (String caller : List.of(".github/workflows/ci.yml", "Makefile")) {
            assertThat(mentioned(files.get(caller)))
                    .as("scripts that %s calls", caller)
                    .isSubsetOf(files.keySet());
        }
    }

    private static Generated generate(String persona) {
        DescriptionText text = DescriptionText.of(Bundled.examples().get(0).resolve("pave.yaml"));
        return Bundled.generator()
                .generate(
                        new ServiceDescriptionReader()
                                .with(Map.of("personas", "[" + persona + "]"))
                                .read(text.source(), text.text()),
                        text.text());
    }

    private static Set<String> mentioned(RenderedFile file) {
        Set<String> scripts = new TreeSet<>();
        Matcher matcher = SCRIPT.matcher(file.text());
        while (matcher.find()) {
            scripts.add(matcher.group());
        }
        return scripts;
    }
}
