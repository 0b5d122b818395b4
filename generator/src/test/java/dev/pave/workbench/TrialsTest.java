package dev.pave.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.catalogue.Templates;
import dev.pave.lifecycle.Knowledge;
import dev.pave.problem.Location;
import dev.pave.testing.MemoryTemplates;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.verify.rule.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private final MemoryTemplates root = new MemoryTemplates();

    private List<Trial> run(Validator... validators) {
        List<Trial> done = new ArrayList<>();
        List<Trial> trials = new Trials(
                        new Knowledge(Templates.read(root), Knowledge.catalogue(root), List.of()),
                        "1.2.3",
                        () -> List.of(validators),
                        Queries.none())
                .run(TrialDescriptions.of(root), done::add);
        assertThat(done).isEqualTo(trials);
        return trials;
    }

    @Test
    void everyOptionFeatureAndDescriptionIsTried() {
        root.with("paths/service/path.yaml", """
                id: service
                title: Service
                summary: A service
                features: {default: [one]}
                options: {size: {title: Size, values: [1, 2], default: 1}}
                """);
        root.with("features/one/feature.yaml", "{id: one, title: One, summary: One}\n");
        root.with("features/two/feature.yaml", "{id: two, title: Two, summary: Two, requires: [one]}\n");
        root.with("features/two/files/two.md.ftl", "[=service.kebab] [=option.size]\n");

        List<Trial> trials = run();

        assertThat(trials).allMatch(Trial::passed);
        assertThat(trials).extracting(Trial::description).contains("least", "types", "words");
        assertThat(trials).extracting(trial -> trial.options().get("size")).contains("1", "2");
        assertThat(trials)
                .extracting(Trial::without)
                .contains(List.of(), List.of("two"), List.of("one", "two"))
                .doesNotContain(List.of("one"));
        assertThat(trials)
                .allSatisfy(trial ->
                        assertThat(trial.files()).isEqualTo(trial.without().contains("two") ? 2 : 3));
    }

    @Test
    void descriptionsOfTheRootAreTriedToo() {
        root.with("trials/own.yaml", """
                {pave: 1, name: own, description: x, owner: x, namespace: a.b}
                """);

        assertThat(run()).extracting(Trial::description).contains("own");
    }

    @Test
    void whatCannotBeRenderedAndWhatIsFoundMakeATrialFail() {
        root.with("paths/service/files/a.md.ftl", "[#if service.kebab == \"every-type\"][=nothing][/#if]x\n");
        Validator validator = new Validator() {
            @Override
            public String id() {
                return "a";
            }

            @Override
            public List<Finding> validate(RepositoryFiles files) {
                return files.text("pave.yaml").orElseThrow().contains("class-order")
                        ? List.of(new Finding("a/b", Optional.empty(), Location.of("a.md", 1), "wrong", ""))
                        : List.of();
            }
        };

        Map<String, Trial> byDescription = run(validator).stream()
                .collect(Collectors.toMap(Trial::description, trial -> trial, (one, other) -> one));

        assertThat(byDescription.get("least").passed()).isTrue();
        assertThat(byDescription.get("types").problems()).isNotEmpty();
        assertThat(byDescription.get("words").findings()).hasSize(1);
    }
}
