package dev.pave.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.problem.Problem;
import dev.pave.testing.MemoryTemplates;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateLintTest {

    private final MemoryTemplates root = new MemoryTemplates();

    private List<String> problems() {
        return TemplateLint.lint(root).stream()
                .map(problem -> problem.location() + " " + problem.code())
                .toList();
    }

    @Test
    void aRootInWhichAllFitsHasNoProblem() {
        root.with("paths/service/files/a.md.ftl", "[@practice id=\"linting\"]x[/@practice]\n");
        root.with("paths/service/rules.yaml", "- {practice: linting, exists: a.md, says: no a}\n");

        assertThat(problems()).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsLine() {
        root.with("paths/service/path.yaml", """
                id: service
                title: Service
                summary: A service
                slots:
                  lines: {keys: {line: required}}
                files:
                  - {match: none.txt}
                """);
        root.with("paths/service/stray.txt.ftl", "never rendered");
        root.with("lib/unused.ftl", "");
        root.with("paths/service/files/a.yaml.ftl", """
                [#import "/lib/missing.ftl" as missing]
                [@practice id="lintin"]x[/@practice]
                [@practice id="coverage"]x[/@practice]
                [#if practices["runbok"]??][/#if]
                [#list slots["path.line"] as line][/#list]
                [=versions.maven["missing"]]
                uses: actions/checkout@v4
                image: postgres:17
                image: scratch
                digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
                """);
        root.with("paths/service/rules.yaml", "- {practice: lintin, exists: a, says: x}\n");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "templates/lib/unused.ftl unused-file",
                        "templates/paths/service/files/a.yaml.ftl:1 unknown-template",
                        "templates/paths/service/files/a.yaml.ftl:2 unknown-practice",
                        "templates/paths/service/files/a.yaml.ftl:3 no-rule",
                        "templates/paths/service/files/a.yaml.ftl:4 unknown-practice",
                        "templates/paths/service/files/a.yaml.ftl:5 unknown-slot",
                        "templates/paths/service/files/a.yaml.ftl:6 unknown-version",
                        "templates/paths/service/files/a.yaml.ftl:7 version-in-template",
                        "templates/paths/service/files/a.yaml.ftl:8 version-in-template",
                        "templates/paths/service/path.yaml:7:5 file-rule",
                        "templates/paths/service/rules.yaml:1:3 unknown-practice",
                        "templates/paths/service/stray.txt.ftl unused-file");
    }

    @Test
    void templatesThatCannotBeReadAreFoundWhereverTheyAre() {
        root.with("lib/broken.ftl", "[#if x]\n");
        root.with("paths/service/files/a.md.ftl", "[#include \"/lib/broken.ftl\"]\n[=.now]\n");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "templates/lib/broken.ftl:1:8 template", "templates/paths/service/files/a.md.ftl template");
    }

    @Test
    void whatTheSchemaRefusesIsSaidWhereItStands() {
        root.with("paths/service/path.yaml", """
                id: service
                title: Service
                summary: A service
                resource: required
                files:
                  - {match: a, mode: 755}
                """);
        root.with("features/x/rules.yaml", "- {practice: linting, says: x}\n");

        List<Problem> problems = TemplateLint.lint(root);

        assertThat(problems)
                .extracting(problem -> problem.location().toString())
                .contains(
                        "templates/paths/service/path.yaml:4:1",
                        "templates/paths/service/path.yaml:6:16",
                        "templates/features/x/rules.yaml:1:3");
    }

    @Test
    void aRuleThatCannotBeReadIsAProblem() {
        root.with(
                "paths/service/rules.yaml", "- {practice: linting, files: a, read: yaml, expect: \"it.\", says: x}\n");

        assertThat(problems()).containsExactly("templates/paths/service/rules.yaml:1:3 rule");
    }
}
