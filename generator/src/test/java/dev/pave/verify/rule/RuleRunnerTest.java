package dev.pave.verify.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.catalogue.Rule;
import dev.pave.catalogue.Templates;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.testing.MemoryTemplates;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Verdict;
import dev.pave.verify.rule.Queries.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleRunnerTest {

    private static final SortedMap<String, Double> ASKED =
            new TreeMap<>(Map.of("linting", 0.0, "coverage", 80.0, "multi-stage", 0.0));

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private RuleRunnerTest with(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private RuleRunner.Result judge(String rules) {
        return judge(rules, Queries.none());
    }

    private RuleRunner.Result judge(String rules, Queries queries) {
        return new RuleRunner(read(rules), queries)
                .run(RepositoryFiles.of(files), new Asked(ASKED, Set.of("service"), Map.of("port", 8080L)));
    }

    private static List<Rule> read(String rules) {
        return Templates.read(new MemoryTemplates().with("paths/service/rules.yaml", rules))
                .rules();
    }

    /** Findings as a person reads them: place, rule, message. */
    private List<String> findings(String rules) {
        return judge(rules).findings().stream()
                .map(finding -> finding.place() + " " + finding.rule() + " " + finding.message())
                .toList();
    }

    @Test
    void everyMatchOfEveryDocumentIsJudgedAndHasItsLine() {
        with("deploy/a.yaml", """
                kind: Deployment
                spec:
                  containers:
                    - {name: one, limits: {memory: 1Gi}}
                    - name: two
                ---
                kind: Service
                spec: {containers: [{name: not looked at}]}
                """);

        assertThat(findings("""
                - practice: linting
                  files: "deploy/*.yaml"
                  read: yaml
                  each: $.spec.containers[*]
                  when: doc.kind == 'Deployment'
                  expect: has(it.limits) && 'memory' in it.limits
                  says: no memory limit
                """)).containsExactly("deploy/a.yaml:5 linting no memory limit");
    }

    @Test
    void nothingToLookAtIsNoVerdict() {
        with("README.md", "x\n");

        assertThat(judge("""
                - {practice: linting, files: "*.yaml", read: yaml, expect: "false", says: never}
                """).practices()).containsEntry("linting", Verdict.CANNOT_BE_JUDGED);
        assertThat(judge("""
                - {practice: linting, files: "*.md", read: text, when: "it.text == 'y'", expect: "false", says: never}
                """).practices()).containsEntry("linting", Verdict.CANNOT_BE_JUDGED);
    }

    @Test
    void aPracticeFailsWhereOneOfItsRulesDoes() {
        with("a.txt", "x\n");

        assertThat(judge("""
                - {practice: linting, id: linting/one, exists: a.txt, says: no a}
                - {practice: linting, id: linting/two, exists: [a.txt, b.txt], says: missing}
                """))
                .isEqualTo(new RuleRunner.Result(
                        List.of(new Finding(
                                "linting/two", Optional.of("linting"), Location.of("b.txt"), "missing", "")),
                        new TreeMap<>(Map.of("linting", Verdict.FAILS))));
    }

    @Test
    void aPatternThatNoFileFitsIsNotTakenForAFile() {
        with("a.yaml", "kind: A\n").with("b.yaml", "kind: B\n");

        assertThat(findings("""
                - {practice: linting, exists: ["**/OWNERS", "docs/x.md"], says: nobody owns it}
                - {practice: coverage, files: "*.yaml", read: yaml, when: it.kind == 'C', expect-some: "true", says: no C}
                """))
                .containsExactly(
                        ". coverage no C",
                        ". linting nobody owns it: no **/OWNERS",
                        "docs/x.md linting nobody owns it");
    }

    @Test
    void oneMatchIsEnoughWhereSomeIsExpected() {
        String rule = """
                - {practice: linting, files: "*.yaml", read: yaml, expect-some: it.kind == 'Budget', says: no Budget}
                """;

        assertThat(with("a.yaml", "kind: Other\n")
                        .with("b.yaml", "kind: Other\n")
                        .findings(rule))
                .containsExactly("a.yaml linting no Budget");
        assertThat(with("b.yaml", "kind: Budget\n").findings(rule)).isEmpty();
    }

    @Test
    void whatIsMissingIsMissedWhereItCouldBe() {
        with("a.yaml", "on: push\n").with("b.yaml", "kind: Deployment\n").with("c.yaml", "kind: Service\n");
        String rule = """
                - {practice: linting, files: "*.yaml", read: yaml, when: has(it.kind), expect-some: it.kind == 'Budget', says: no Budget}
                """;

        assertThat(findings(rule)).containsExactly("b.yaml linting no Budget");
        files.keySet().removeAll(Set.of("b.yaml", "c.yaml"));
        assertThat(findings(rule)).containsExactly("a.yaml linting no Budget");
    }

    @Test
    void whatIsNotAskedForOrNotOfAPartOfTheRepositoryIsSilent() {
        assertThat(judge("""
                - {practice: non-root, exists: a, says: nobody asks}
                - {practice: linting, needs: [non-root], exists: a, says: needs what nobody asks for}
                """).practices()).isEmpty();
        assertThat(new RuleRunner(read("- {practice: linting, exists: a, says: no a}\n"), Queries.none())
                        .run(RepositoryFiles.of(files), new Asked(ASKED, Set.of("another"), Map.of()))
                        .practices())
                .isEmpty();
    }

    @Test
    void expressionsSeeTheFigureTheFilesAndTheFactsOfThePath() {
        with("pom.xml", """
                <project>
                  <limit name="lines">0.70</limit>
                </project>
                """);

        assertThat(findings("""
                - practice: coverage
                  files: pom.xml
                  read: xml
                  each: $.project[*].limit[*]
                  expect: double(dyn(it['#text'])) * 100.0 >= figure && it['@name'] == 'lines'
                  says: too low
                - {practice: linting, files: pom.xml, read: xml, expect: "files.exists(f, f == 'x') && path.port == 8080", says: no x}
                """)).containsExactly("pom.xml:1 linting no x", "pom.xml:2 coverage too low");
        assertThat(with("x", "").findings("""
                - {practice: linting, files: pom.xml, read: xml, expect: "files.exists(f, f == 'x') && path.port == 8080", says: no x}
                """)).isEmpty();
    }

    @Test
    void aRuleThatMeetsWhatItDidNotExpectFailsAndSaysWhy() {
        with("a.yaml", "- 1\n");

        assertThat(findings("- {practice: linting, files: a.yaml, read: yaml, expect: it.kind == 'x', says: wrong}\n"))
                .singleElement()
                .asString()
                .startsWith("a.yaml:1 linting wrong: not judged: ");
    }

    @Test
    void nothingOfYamlIsNullToAnExpression() {
        with("a.yaml", "a:\nb: ~\nc: {d: 0.5, e: 3}\n");

        assertThat(findings("""
                - practice: linting
                  files: a.yaml
                  read: yaml
                  expect: it.a == null && it.b == null && it.c != null && it.c.d < 1 && it.c.e >= 2.5
                  says: wrong
                """)).isEmpty();
    }

    @Test
    void aHereDocumentBelongsToItsInstruction() {
        with("Dockerfile", """
                FROM base
                RUN <<EOF
                FROM nothing import x
                USER root
                EOF
                COPY --chmod=644 <<-"ONE" <<TWO /etc/
                  a
                  ONE
                USER root
                TWO
                RUN echo $((1 << 2)) <<< word
                USER 1
                """);

        assertThat(findings("""
                - {practice: linting, files: Dockerfile, read: dockerfile, each: "$.instructions[*]", expect: "false", says: seen}
                - practice: linting
                  id: linting/value
                  files: Dockerfile
                  read: dockerfile
                  each: $.instructions[1:3]
                  expect: "!it.value.contains('USER root')"
                  says: the value has it
                """))
                .containsExactly(
                        "Dockerfile:1 linting seen",
                        "Dockerfile:2 linting seen",
                        "Dockerfile:2 linting/value the value has it",
                        "Dockerfile:6 linting seen",
                        "Dockerfile:6 linting/value the value has it",
                        "Dockerfile:11 linting seen",
                        "Dockerfile:12 linting seen");
    }

    @Test
    void instructionsOfADockerfileHaveStagesFlagsAndLines() {
        with("Dockerfile", """
                # a comment
                FROM host:5000/a/b:1@sha256:00 AS build
                RUN --mount=type=cache,target=/x one \\
                  && two
                FROM scratch
                HEALTHCHECK --interval=1s CMD ["x"]
                ENTRYPOINT run this
                """);

        assertThat(findings("""
                - practice: multi-stage
                  files: Dockerfile
                  read: dockerfile
                  expect: >-
                    it.stages[0].image == 'host:5000/a/b' && it.stages[0].tag == '1' && it.stages[0].digest == 'sha256:00'
                    && it.stages[0].name == 'build' && it.stages[0].instructions[0].flags == ['--mount=type=cache,target=/x']
                    && it.stages[0].instructions[0].value == 'one && two' && it.stages[1].tag == ''
                    && it.stages[1].instructions[0].json
                  says: read wrongly
                - {practice: linting, files: Dockerfile, read: dockerfile, each: "$.stages[*].instructions[*]", when: it.op == 'ENTRYPOINT', expect: it.json, says: shell form}
                """)).containsExactly("Dockerfile:7 linting shell form");
    }

    @Test
    void propertiesAndLinesHaveTheirLines() {
        with("a.properties", "# a comment\none=1\ntwo : a \\\n  b\n");

        assertThat(findings("""
                - {practice: linting, files: "*.properties", read: properties, each: $.two, expect: it == 'a b' && doc.one == '1', says: wrong}
                - {practice: coverage, files: "*.properties", read: properties, each: $.two, expect: it == 'x', says: not x}
                - {practice: multi-stage, files: "*.properties", read: text, each: "$.lines[*]", expect: "!it.text.matches('^one=[0-9]$')", says: one}
                """)).containsExactly("a.properties:2 multi-stage one", "a.properties:3 coverage not x");
    }

    @Test
    void whatIsTakenAwayIsNotLookedAt() {
        with("a/x.yaml", "1").with("b/x.yaml", "1");

        assertThat(findings("""
                - {practice: linting, files: ["**/*.yaml", "!b/**"], read: yaml, expect: it == 2, says: wrong}
                """)).containsExactly("a/x.yaml:1 linting wrong");
    }

    @Test
    void hostileFilesAreNotJudgedAndHarmNobody() {
        with("deep.yaml", "[".repeat(5000)).with("bomb.yaml", "a: &a [1]\nb: [*a, *a]\n");
        with("bomb.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").with("deep.xml", "<a>".repeat(5000));
        files.put("binary.yaml", new byte[] {(byte) 0xff, 0, 1});

        assertThat(judge("""
                - {practice: linting, files: "*.yaml", read: yaml, expect: "false", says: never}
                - {practice: coverage, files: "*.xml", read: xml, expect: "false", says: never}
                """).findings()).isEmpty();
    }

    @Test
    void rowsOfAQueryAreFindings() {
        with("db/V1__a.sql", "CREATE TABLE a ();\n");

        RuleRunner.Result result = judge(
                """
                - {practice: linting, files: "db/*.sql", read: sql, query: SELECT 1, says: a table without key}
                """,
                (repository, migrations, sql) -> Optional.of(List.of(new Row(Location.of("db/V1__a.sql", 1), "a"))));

        assertThat(result.findings())
                .extracting(finding -> finding.place() + " " + finding.message())
                .containsExactly("db/V1__a.sql:1 a table without key: a");
    }

    @Test
    void allThatIsWrongWithRulesIsSaidAtOnce() {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> judge("""
                - {practice: linting, files: a, read: yaml, expect: "it.", says: x}
                - {practice: coverage, files: a, read: yaml, each: "$.[", expect: "true", says: x}
                """));

        assertThat(refused.problems())
                .extracting(problem -> problem.location().toString())
                .containsExactly("templates/paths/service/rules.yaml:1:3", "templates/paths/service/rules.yaml:2:3");
    }

    @Test
    void rulesThatSayTooLittleOrTooMuchAreRefused() {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read("""
                - {practice: linting, says: x}
                - {practice: linting, id: other, exists: a, expect: b, says: x}
                - {practice: coverage, files: a, read: yml, expect: "true", says: x, remidy: y}
                - just text
                - {practice: coverage, exists: a}
                """));

        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "a rule checks nothing",
                        "the id 'other' does not begin with its practice",
                        "a rule checks one thing, not [expect, exists]",
                        "cannot read 'yml'",
                        "unknown key 'remidy'",
                        "a rule is a mapping, not a text",
                        "there is a rule 'coverage' already, at templates/paths/service/rules.yaml:3:3",
                        "'says' must be given, as a text");
    }
}
