package dev.pave.verify.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {

    private static final Optional<LocalDate> LAST_DAY = Optional.of(LocalDate.of(2027, 6, 30));
    private static final Finding LIMITS =
            finding("resource-limits/memory", "resource-limits", "deploy/base/deployment.yaml", 12);
    private static final Finding PROBE = finding("probes", "probes", "deploy/base/deployment.yaml", 20);

    private static Finding finding(String rule, String practice, String file, int line) {
        return new Finding(rule, Optional.of(practice), Location.of(file, line), "wrong", "mend it");
    }

    private static Waivers apply(String waiver, Optional<LocalDate> today) {
        return Waivers.apply(
                WaiverReader.read(
                        "waivers.yaml", "waivers:\n  - {" + waiver + ", reason: because, expires: \"2027-06-30\"}\n"),
                List.of(PROBE, LIMITS),
                today);
    }

    private static List<String> rules(Waivers waivers) {
        return waivers.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void withoutOneAllFindingsAreLeftInOrder() {
        assertThat(Waivers.apply(List.of(), List.of(PROBE, LIMITS), LAST_DAY).findings())
                .containsExactly(LIMITS, PROBE);
    }

    @Test
    void aFindingIsAcceptedByItsRuleAndByItsPractice() {
        for (String by : List.of("tool: pave, rule: resource-limits/memory", "practice: resource-limits")) {
            Waivers waivers = apply(by, LAST_DAY);

            assertThat(waivers.findings()).containsExactly(PROBE);
            assertThat(waivers.waived()).singleElement().satisfies(waived -> {
                assertThat(waived.finding()).isEqualTo(LIMITS);
                assertThat(waived.reason()).isEqualTo("because");
                assertThat(waived.expires()).isEqualTo("2027-06-30");
            });
        }
    }

    @Test
    void aFileNarrowsIt() {
        assertThat(rules(apply("practice: probes, file: \"deploy/*/deployment.yaml\"", LAST_DAY)))
                .containsExactly("resource-limits/memory");
        assertThat(rules(apply("practice: probes, file: deploy/deployment.yaml", LAST_DAY)))
                .containsExactly("resource-limits/memory", "probes", "waiver/unused");
    }

    @Test
    void anUnusedOneIsAFindingAtItsLine() {
        assertThat(apply("tool: pave, rule: gone", LAST_DAY).findings())
                .contains(new Finding(
                        "waiver/unused",
                        Optional.empty(),
                        new Location("waivers.yaml", 2, 5),
                        "nothing needs the waiver of gone",
                        "remove it"));
    }

    @Test
    void anExpiredOneAcceptsNothingAndIsAFindingItself() {
        Waivers waivers = apply("practice: probes", LAST_DAY.map(day -> day.plusDays(1)));

        assertThat(waivers.waived()).isEmpty();
        assertThat(rules(waivers)).containsExactly("resource-limits/memory", "probes", "waiver/expired");
        assertThat(waivers.findings().get(2).message()).isEqualTo("the waiver of probes ended on 2027-06-30");
    }

    @Test
    void withoutADayNoneHasEnded() {
        assertThat(rules(apply("practice: probes", Optional.empty()))).containsExactly("resource-limits/memory");
    }

    @Test
    void oneOfAnotherToolIsLeftToIt() {
        assertThat(rules(apply("tool: hadolint, rule: probes", LAST_DAY.map(day -> day.plusYears(9)))))
                .containsExactly("resource-limits/memory", "probes");
    }
}
