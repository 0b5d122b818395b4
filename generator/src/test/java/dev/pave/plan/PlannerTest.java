package dev.pave.plan;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pave.catalogue.Feature;
import dev.pave.problem.InvalidInput;
import dev.pave.testing.Generation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final String PATH = "paths/service/path.yaml";

    @Nested
    class UnknownNames {

        @Test
        void anUnknownGoldenPathIsReportedWithTheNearest() {
            assertThat(generate(MINIMAL.replace("path: service", "path: servise"))
                            .problems())
                    .containsExactly("""
                            pave.yaml:5:7: unknown golden path 'servise'
                              did you mean 'service'? one of: service""");
        }

        @Test
        void anUnknownFeatureIsReportedWithTheNearestWhetherAddedOrRemoved() {
            assertThat(generate(MINIMAL + "features: {add: [containr], remove: [kubernete]}\n")
                            .with(feature("container"), manifest("container"))
                            .with(feature("kubernetes"), manifest("kubernetes"))
                            .problems())
                    .containsExactly("""
                            pave.yaml:11:18: unknown feature 'containr'
                              did you mean 'container'? one of: container, kubernetes""", """
                            pave.yaml:11:38: unknown feature 'kubernete'
                              did you mean 'kubernetes'? one of: container, kubernetes""");
        }

        @Test
        void aFeatureThatAManifestRequiresButNobodyHasIsReportedThere() {
            assertThat(generate(MINIMAL + "features: {add: [container]}\n")
                            .with(feature("container"), manifest("container") + "requires: [oci]\n")
                            .problems())
                    .containsExactly("""
                            templates/features/container/feature.yaml:1:1: unknown feature 'oci'
                              one of: container""");
        }

        @Test
        void anUnknownOptionIsReportedWithTheNearest() {
            assertThat(generate(MINIMAL + "options: {jav: 17}\n")
                            .with(PATH, path("options: {java: {title: Java, values: [17, 21], default: 17}}"))
                            .problems())
                    .containsExactly("""
                            pave.yaml:11:16: service has no option 'jav'
                              did you mean 'java'? one of: java""");
        }

        @Test
        void aValueThatAnOptionDoesNotHaveIsReported() {
            assertThat(generate(MINIMAL + "options: {java: 18}\n")
                            .with(PATH, path("options: {java: {title: Java, values: [17, 21], default: 17}}"))
                            .problems())
                    .containsExactly("""
                            pave.yaml:11:17: option 'java' cannot be '18'
                              one of: 17, 21""");
        }

        @Test
        void aDescriptionWithoutResourcesIsRefusedWhereTheGoldenPathNeedsOne() {
            String none = MINIMAL.substring(0, MINIMAL.indexOf("resources:"));

            assertThat(generate(none).problems()).isEmpty();
            assertThat(generate(none).with(PATH, path("resources: required")).problems())
                    .singleElement()
                    .asString()
                    .startsWith("pave.yaml:1:1: service needs at least one resource");
        }

        @Test
        void anUnknownPersonaIsReportedWithTheNearest() {
            assertThat(generate(MINIMAL + "personas: [architekt]\n")
                            .persona("architect", "linting")
                            .problems())
                    .containsExactly("""
                            pave.yaml:11:12: unknown persona 'architekt'
                              did you mean 'architect'? one of: architect""");
        }

        @Test
        void allThatIsUnknownIsReportedAtOnce() {
            assertThat(generate(MINIMAL + "features: {add: [nope]}\noptions: {nope: 1}\n")
                            .problems())
                    .hasSize(2);
        }

        @Test
        void anUnknownPracticeOfAFileRuleIsReported() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("files: [{match: a.txt, practices: [lintin]}]"))
                            .with("paths/service/files/a.txt", "a\n")
                            .problems())
                    .containsExactly("templates/paths/service/path.yaml:4:9: the catalogue has no practice 'lintin'");
        }
    }

    @Nested
    class Options {

        private final String manifest = path("options: {java: {title: Java, values: [17, 21], default: 17}}");

        @Test
        void aSilentDescriptionTakesTheDefault() {
            Plan plan = generate(MINIMAL).with(PATH, manifest).plan();

            assertThat(Placeholders.lookUp("option.java", plan.model())).contains(17L);
            assertThat(whats(plan)).contains("option java = 17");
        }

        @Test
        void theDescriptionsValueKeepsTheTypeOfTheManifest() {
            Plan plan = generate(MINIMAL + "options: {java: 21}\n")
                    .with(PATH, manifest)
                    .plan();

            assertThat(Placeholders.lookUp("option.java", plan.model())).contains(21L);
        }
    }

    @Nested
    class Features {

        @Test
        void aRequiredFeatureCannotBeRemoved() {
            assertThat(generate(MINIMAL + "features: {remove: [openapi]}\n")
                            .with(PATH, path("features: {required: [openapi], default: []}"))
                            .with(feature("openapi"), manifest("openapi"))
                            .problems())
                    .containsExactly("pave.yaml:11:21: feature 'openapi' cannot be removed: service needs it");
        }

        @Test
        void aDefaultFeatureThatAnotherRequiresCannotBeRemovedAlone() {
            assertThat(generate(MINIMAL + "features: {remove: [container]}\n")
                            .with(PATH, path("features: {required: [], default: [container, kubernetes]}"))
                            .with(feature("container"), manifest("container"))
                            .with(feature("kubernetes"), manifest("kubernetes") + "requires: [container]\n")
                            .problems())
                    .containsExactly("""
                            templates/features/kubernetes/feature.yaml:1:1: feature 'container' is removed, but kubernetes requires it
                              remove that one too, or keep 'container'""");
        }

        @Test
        void aDefaultFeatureThatNobodyNeedsIsRemoved() {
            assertThat(ids(generate(MINIMAL + "features: {remove: [kubernetes]}\n")
                            .with(PATH, path("features: {required: [], default: [container, kubernetes]}"))
                            .with(feature("container"), manifest("container"))
                            .with(feature("kubernetes"), manifest("kubernetes") + "requires: [container]\n")
                            .plan()))
                    .containsExactly("container");
        }

        @Test
        void aFeatureCannotBeBothAddedAndRemoved() {
            assertThat(generate(MINIMAL + "features: {add: [istio], remove: [istio]}\n")
                            .with(feature("istio"), manifest("istio"))
                            .problems())
                    .anySatisfy(problem -> assertThat(problem).contains("'istio' is both added and removed"));
        }

        @Test
        void eachFeatureComesAfterThoseThatItRequiresWhateverTheirNames() {
            assertThat(ids(generate(MINIMAL + "features: {add: [a]}\n")
                            .with(feature("a"), manifest("a") + "requires: [c, b]\n")
                            .with(feature("b"), manifest("b") + "requires: [d]\n")
                            .with(feature("c"), manifest("c"))
                            .with(feature("d"), manifest("d") + "requires: [c]\n")
                            .plan()))
                    .containsExactly("c", "d", "b", "a");
        }

        @Test
        void featuresThatRequireEachOtherComeTogether() {
            assertThat(ids(generate(MINIMAL + "features: {add: [a]}\n")
                            .with(feature("a"), manifest("a") + "requires: [b]\n")
                            .with(feature("b"), manifest("b") + "requires: [a]\n")
                            .plan()))
                    .containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void thePlanSaysWhyEachFeatureIsThere() {
            Plan plan = generate(MINIMAL + "features: {add: [istio]}\n")
                    .with(PATH, path("features: {required: [openapi], default: [container]}"))
                    .with(feature("openapi"), manifest("openapi"))
                    .with(feature("container"), manifest("container") + "requires: [repository]\n")
                    .with(feature("istio"), manifest("istio"))
                    .with(feature("repository"), manifest("repository"))
                    .plan();

            assertThat(plan.decisions())
                    .extracting(decision -> decision.what() + ": " + decision.why())
                    .containsExactly(
                            "golden path service: the description names it",
                            "feature repository: container requires it",
                            "feature container: service brings it by default",
                            "feature istio: the description adds it",
                            "feature openapi: service requires it");
        }
    }

    @Nested
    class Paths {

        @Test
        void twoOwnersOfOnePathAreReportedWithBoth() {
            assertThat(generate(MINIMAL + "features: {add: [a, b]}\n")
                            .with(feature("a"), manifest("a"))
                            .with(feature("b"), manifest("b"))
                            .with("features/a/files/x.md", "a\n")
                            .with("features/b/files/x.md.ftl", "b\n")
                            .problems())
                    .containsExactly("""
                            templates/features/b/files/x.md.ftl: 'x.md' is also made by templates/features/a/files/x.md
                              one part owns a file; the other contributes to a slot of it""");
        }

        @Test
        void twoItemsOfOneListAtOnePathAreReported() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("facts: {list: [a, b]}\nfiles: [{match: x.md, each: item in facts.list}]"))
                            .with("paths/service/files/x.md", "a\n")
                            .problems())
                    .singleElement()
                    .asString()
                    .contains("'x.md' is also made by");
        }

        @Test
        void pathsThatDifferOnlyInCaseAreReported() {
            assertThat(generate(MINIMAL)
                            .with("paths/service/files/README.md", "a\n")
                            .with("paths/service/files/readme.md", "b\n")
                            .problems())
                    .containsExactly("""
                            templates/paths/service/files/readme.md: 'readme.md' cannot be written: 'README.md' is the same path where case does not matter
                              rename one of them""");
        }

        @Test
        void aPathInAnotherNormalFormIsReported() {
            assertThat(generate(MINIMAL)
                            .with("paths/service/files/caf\u00e9.md", "a\n")
                            .with("paths/service/files/cafe\u0301.md", "b\n")
                            .problems())
                    .singleElement()
                    .asString()
                    .contains("it is not in Unicode normal form C");
        }

        @Test
        void aFileWhereAnotherNeedsAFolderIsReported() {
            assertThat(generate(MINIMAL)
                            .with("paths/service/files/docs", "a\n")
                            .with("paths/service/files/Docs/guide/a.md", "b\n")
                            .problems())
                    .containsExactly("""
                            templates/paths/service/files/Docs/guide/a.md: 'Docs/guide/a.md' cannot be written: 'docs' is a file, not a folder
                              rename one of them""");
        }

        @Test
        void aPathMadeOfDataCannotLeaveTheRepository() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("facts: {place: ../../etc}"))
                            .with("paths/service/files/[=facts.place]/passwd", "x\n")
                            .problems())
                    .containsExactly(
                            "templates/paths/service/files/[=facts.place]/passwd: '../../etc/passwd' cannot be a path: '..' is not a name");
        }

        @Test
        void aPlaceholderWithoutAValueIsReported() {
            assertThat(generate(MINIMAL)
                            .with("paths/service/files/[=service.nme].md.ftl", "x\n")
                            .problems())
                    .containsExactly(
                            "templates/paths/service/files/[=service.nme].md.ftl: no value for [=service.nme] in the template's path");
        }

        @Test
        void aPathIsFilledFromTheModel() {
            assertThat(generate(MINIMAL)
                            .with("paths/service/files/src/[=java.packagePath]/[=java.application].java.ftl", "x\n")
                            .paths())
                    .containsExactly("src/edu/example/studentrecords/StudentRecordsApplication.java");
        }
    }

    @Nested
    class Slots {

        private final Generation owner = generate(MINIMAL + "features: {add: [owner, other]}\n")
                .with(
                        feature("owner"),
                        manifest("owner") + "slots: {lines: {keys: {says: required, note: optional}}}\n");

        @Test
        void itemsComeInTheOrderOfThePartsThatContributeThem() {
            Plan plan = owner.with(PATH, path("contributes: {owner.lines: [{says: from the path}]}"))
                    .with(
                            feature("other"),
                            manifest("other")
                                    + "contributes: {owner.lines: [{says: one, note: x}, {says: '[=service.kebab]'}]}\n")
                    .plan();

            assertThat(Placeholders.lookUp("slots[\"owner.lines\"]", plan.model())
                            .orElseThrow())
                    .asString()
                    .isEqualTo("[{says=from the path}, {says=one, note=x}, {says=student-records}]");
        }

        @Test
        void aSlotThatNobodyDeclaresIsReportedWithTheNearest() {
            assertThat(owner.with(feature("other"), manifest("other") + "contributes: {owner.line: [{says: x}]}\n")
                            .problems())
                    .containsExactly("""
                            templates/features/other/feature.yaml:4:28: nobody declares the slot 'owner.line'
                              did you mean 'owner.lines'? one of: owner.lines""");
        }

        @Test
        void anItemWithoutARequiredKeyIsReported() {
            assertThat(owner.with(feature("other"), manifest("other") + "contributes: {owner.lines: [{note: x}]}\n")
                            .problems())
                    .containsExactly("templates/features/other/feature.yaml:4:29: an item of owner.lines needs 'says'");
        }

        @Test
        void anItemWithAnUnknownKeyIsReportedWithTheNearest() {
            assertThat(owner.with(
                                    feature("other"),
                                    manifest("other") + "contributes: {owner.lines: [{says: x, nota: y}]}\n")
                            .problems())
                    .containsExactly("""
                            templates/features/other/feature.yaml:4:29: an item of owner.lines has no 'nota'
                              did you mean 'note'? one of: says, note""");
        }

        @Test
        void aContributionToAnOwnerThatIsNotSelectedIsDropped() {
            Plan plan = generate(MINIMAL + "features: {add: [other]}\n")
                    .with(feature("owner"), manifest("owner") + "slots: {lines: {keys: {says: required}}}\n")
                    .with(feature("other"), manifest("other") + "contributes: {owner.lines: [{says: x}]}\n")
                    .plan();

            assertThat(Placeholders.lookUp("slots", plan.model())).contains(Map.of());
        }

        @Test
        void theSlotsOfAnyGoldenPathAreNamedPath() {
            Plan plan = generate(MINIMAL + "features: {add: [other]}\n")
                    .with(PATH, path("slots: {env: {keys: {name: required}}}"))
                    .with(feature("other"), manifest("other") + "contributes: {path.env: [{name: A}]}\n")
                    .plan();

            assertThat(Placeholders.lookUp("slots[\"path.env\"]", plan.model()).orElseThrow())
                    .asString()
                    .isEqualTo("[{name=A}]");
        }
    }

    @Nested
    class FileRules {

        @Test
        void eachMakesAFileForEachItem() {
            assertThat(generate(MINIMAL + "  course:\n    fields:\n      code: {type: string, max-length: 9}\n")
                            .with(PATH, path("files: [{match: '*.md.ftl', each: resource in resources}]"))
                            .with("paths/service/files/[=resource.name.kebab].md.ftl", "x\n")
                            .plan()
                            .files())
                    .extracting(file -> file.path() + " for " + file.subject().orElseThrow())
                    .containsExactly("course.md for resource course", "student.md for resource student");
        }

        @Test
        void eachMayTakeAListFromASlot() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("""
                                    slots: {environments: {keys: {id: required}}}
                                    contributes: {path.environments: [{id: staging}, {id: production}]}
                                    files: [{match: '**', each: 'environment in slots["path.environments"]'}]"""))
                            .with("paths/service/files/deploy/[=environment.id].yaml", "x\n")
                            .paths())
                    .containsExactly("deploy/production.yaml", "deploy/staging.yaml");
        }

        @Test
        void eachOverSomethingThatIsNoListIsReported() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("files: [{match: a.md, each: x in service.kebab}]"))
                            .with("paths/service/files/a.md", "x\n")
                            .problems())
                    .containsExactly("templates/paths/service/path.yaml:4:9: the model has no list 'service.kebab'");
        }

        @Test
        void whenKeepsAFileOnlyWhereItsValueIsThereAndNeitherFalseNorEmpty() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("""
                                    facts: {yes: true, no: false, none: [], some: [1], empty: ''}
                                    files:
                                      - {match: yes.md, when: facts.yes}
                                      - {match: some.md, when: facts.some}
                                      - {match: no.md, when: facts.no}
                                      - {match: none.md, when: facts.none}
                                      - {match: empty.md, when: facts.empty}
                                      - {match: missing.md, when: facts.missing}"""))
                            .with("paths/service/files/yes.md", "x\n")
                            .with("paths/service/files/some.md", "x\n")
                            .with("paths/service/files/no.md", "x\n")
                            .with("paths/service/files/none.md", "x\n")
                            .with("paths/service/files/empty.md", "x\n")
                            .with("paths/service/files/missing.md", "x\n")
                            .paths())
                    .containsExactly("some.md", "yes.md");
        }

        @Test
        void aFileOfAPracticeIsMadeOnlyWhereThePracticeIsInForce() {
            Generation generation = generate(MINIMAL)
                    .with(PATH, path("files: [{match: lint.cfg, practices: [linting, coverage]}]"))
                    .with("paths/service/files/lint.cfg", "x\n");

            assertThat(generation.paths()).isEmpty();
            assertThat(generation.persona("p", "linting").plan().files())
                    .singleElement()
                    .extracting(PlannedFile::practices)
                    .isEqualTo(List.of("linting"));
        }

        @Test
        void aPracticeThatIsATargetIsNeverInForce() {
            assertThat(generate(MINIMAL)
                            .persona("p", "fast builds")
                            .with(PATH, path("files: [{match: a.md, practices: [fast-builds]}]"))
                            .with("paths/service/files/a.md", "x\n")
                            .paths())
                    .isEmpty();
        }

        @Test
        void modeMakesAFileExecutableAndNothingElseIs() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("files: [{match: 'bin/*', mode: executable}]"))
                            .with("paths/service/files/bin/run", "x\n")
                            .with("paths/service/files/bin/deep/run", "x\n")
                            .plan()
                            .files())
                    .extracting(file -> file.path() + " " + file.mode())
                    .containsExactly("bin/deep/run REGULAR", "bin/run EXECUTABLE");
        }

        @Test
        void aRuleThatMatchesNoFileIsReported() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("files: [{match: gone.md, mode: executable}]"))
                            .problems())
                    .containsExactly("templates/paths/service/path.yaml:4:9: no file matches 'gone.md'");
        }

        @Test
        void aStarStaysInsideAFolderAndTwoStarsDoNot() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("""
                                    files:
                                      - {match: '*.txt', mode: executable}
                                      - {match: 'docs/**/*.sh', mode: executable}"""))
                            .with("paths/service/files/a.txt", "x\n")
                            .with("paths/service/files/a/b.txt", "x\n")
                            .with("paths/service/files/docs/c.sh", "x\n")
                            .with("paths/service/files/docs/d/e/f.sh", "x\n")
                            .with("paths/service/files/g.sh", "x\n")
                            .plan()
                            .files())
                    .filteredOn(file -> file.mode() == FileMode.EXECUTABLE)
                    .extracting(file -> file.path().value())
                    .containsExactly("a.txt", "docs/c.sh", "docs/d/e/f.sh");
        }

        @Test
        void aGlobOfManyStarsDoesNotTakeForEver() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("files: [{match: '" + "**/*a".repeat(40) + "b', mode: executable}]"))
                            .with("paths/service/files/" + "a/".repeat(200) + "a", "x\n")
                            .problems())
                    .singleElement()
                    .asString()
                    .contains("no file matches");
        }
    }

    @Nested
    class Facts {

        @Test
        void aFactWithAPlaceholderIsFilledAndKeepsNumbersAndTruth() {
            Plan plan = generate(MINIMAL)
                    .with(PATH, path("facts: {image: 'registry/[=service.kebab]', port: 8080, tls: true}"))
                    .plan();

            assertThat(Placeholders.lookUp("path.facts", plan.model()).orElseThrow())
                    .asString()
                    .isEqualTo("{image=registry/student-records, port=8080, tls=true}");
        }

        @Test
        void aFactWithAnUnknownPlaceholderIsReported() {
            assertThat(generate(MINIMAL)
                            .with(PATH, path("facts: {image: '[=service]', other: '[=nobody.knows]'}"))
                            .problems())
                    .containsExactly(
                            "templates/paths/service/path.yaml:1:1: fact 'image': no value for [=service]",
                            "templates/paths/service/path.yaml:1:1: fact 'other': no value for [=nobody.knows]");
        }
    }

    @Test
    void aDescriptionWithoutAGoldenPathIsRefusedWithTheChoice() {
        Generation generation = generate(MINIMAL.replace("path: service\n", ""));

        assertThatThrownBy(generation::plan).isInstanceOf(InvalidInput.class).hasMessageContaining("path");
    }

    @Test
    void thePersonasThatAskForAPracticeAreItsReason() {
        Plan plan = generate(MINIMAL)
                .persona("architect", "linting", "coverage 80%")
                .persona("tester", "coverage 90%")
                .plan();

        assertThat(plan.decisions())
                .filteredOn(decision -> decision.what().startsWith("practice"))
                .extracting(decision -> decision.what() + ": " + decision.why() + " " + decision.places())
                .containsExactly(
                        "practice coverage (90 %): architect, tester ask for it [architect.md:4, tester.md:3]",
                        "practice linting: architect asks for it [architect.md:3]");
    }

    private static String feature(String id) {
        return "features/" + id + "/feature.yaml";
    }

    /** Three lines; what is added begins at line 4. */
    private static String manifest(String id) {
        return "id: " + id + "\ntitle: T\nsummary: S\n";
    }

    private static String path(String more) {
        return manifest("service") + more + "\n";
    }

    private static List<String> ids(Plan plan) {
        return plan.features().stream().map(Feature::id).toList();
    }

    private static List<String> whats(Plan plan) {
        return plan.decisions().stream().map(Decision::what).toList();
    }
}
