package dev.pave.verify.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverReaderTest {

    private static List<String> problems(String text) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> WaiverReader.read("waivers.yaml", text));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void allKeysAreRead() {
        List<Waiver> waivers = WaiverReader.read("waivers.yaml", """
                waivers:
                  - tool: pave
                    practice: resource-limits
                    rule: resource-limits/memory
                    file: "deploy/**/*.yaml"
                    reason: "the cluster sets it"
                    expires: 2027-12-31
                  - {practice: structured-logging, reason: legacy, expires: "2027-01-01"}
                  - {tool: kube-score, rule: x, reason: contradicts y, expires: "2027-01-01"}
                """);

        assertThat(waivers).hasSize(3);
        Waiver first = waivers.get(0);
        assertThat(first.practice()).contains("resource-limits");
        assertThat(first.rule()).contains("resource-limits/memory");
        assertThat(first.file().orElseThrow().matches("deploy/base/a.yaml")).isTrue();
        assertThat(first.reason()).isEqualTo("the cluster sets it");
        assertThat(first.expires()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(first.place()).isEqualTo(new Location("waivers.yaml", 2, 5));
        assertThat(waivers.stream().map(Waiver::isOurs)).containsExactly(true, true, false);
    }

    @Test
    void thoseOfTheExamplesAreReadAndAreOfOtherTools() throws Exception {
        Path file = Path.of("../examples/student-records/waivers.yaml");

        assertThat(WaiverReader.read("waivers.yaml", Files.readString(file)))
                .isNotEmpty()
                .noneMatch(Waiver::isOurs);
    }

    @Test
    void anEmptyListIsOne() {
        assertThat(WaiverReader.read("waivers.yaml", "waivers:\n")).isEmpty();
        assertThat(WaiverReader.read("waivers.yaml", "waivers: []\n")).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidWithItsPlace() {
        assertThat(problems("""
                        waivers:
                          - {rule: a, reason: b, expires: "2027-12-31"}
                          - {tool: pave, reason: b, expires: 31.12.2027}
                          - {tool: hadolint, practice: a, rule: b, raeson: c, expires: "2027-12-31"}
                          - {tool: pave, rule: [a], reason: " ", expires: 2027-02-30}
                          - text
                        more: 1
                        """))
                .containsExactly(
                        "waivers.yaml:2:5: the waiver says neither 'tool' nor 'practice'\n"
                                + "  name the tool that finds it (tool: pave), or the practice that is not kept",
                        "waivers.yaml:3:5: the waiver has no 'rule'\n  name the rule that is accepted",
                        "waivers.yaml:3:38: '31.12.2027' is no day\n"
                                + "  write it as year, month, day: \"2027-12-31\"",
                        "waivers.yaml:4:5: the waiver has no 'reason'\n  say why it is accepted",
                        "waivers.yaml:4:22: only findings of pave have a practice, not those of hadolint\n"
                                + "  remove 'practice', or 'tool'",
                        "waivers.yaml:4:44: unknown key 'raeson'\n"
                                + "  did you mean 'reason'? one of: tool, practice, rule, file, reason, expires",
                        "waivers.yaml:5:24: 'rule' is a text, not a list\n  put it between quotes",
                        "waivers.yaml:5:37: 'reason' is empty",
                        "waivers.yaml:5:51: '2027-02-30' is no day\n"
                                + "  write it as year, month, day: \"2027-12-31\"",
                        "waivers.yaml:6:5: a waiver is a mapping, not a text\n"
                                + "  its keys: tool, practice, rule, file, reason, expires",
                        "waivers.yaml:7:1: unknown key 'more'\n  one of: waivers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "waivers: x",
                "waivers: {a: b}",
                "waivers: [[]]",
                "waivers: [",
                "waivers: [&a {tool: x}, *a]",
                "waivers: [{tool: pave, rule: 1, reason: 2, expires: 3}]"
            })
    void whatIsNoListOfWaiversIsExplained(String text) {
        assertThat(problems(text)).isNotEmpty().allMatch(problem -> problem.startsWith("waivers.yaml:"));
    }

    @Test
    void tooManyAreRefused() {
        assertThat(problems("waivers:\n" + "  - a\n".repeat(1_001)))
                .containsExactly("waivers.yaml:2:3: more than 1000 waivers\n  mend some of what they accept");
    }
}
