package dev.pave.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.persona.PersonaReader;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PersonaReportTest {

    private static final String PERSONA = """
            # Persona: p

            # An Expert
            - React 18+, Vue
            - 99.9% uptime
            - error budget 43 minutes a month
            - never heard of
            """;

    @Test
    void thePersonIsToldTheStackThePracticesTheContradictionsAndWhatIsUnknown() {
        assertThat(report(PERSONA).text()).isEqualTo("""
                p: An Expert  (p.md:1)
                  stack
                    framework      React 18+
                  operations
                    uptime-objective                 Uptime objective = 99.9 %
                    error-budget                     Error budget, computed from the objective = 43 min/month

                contradictions
                  p.md:6 and p.md:5
                    the error budget is given as 43 min/month; 99.9 % over 30 days leaves 43.2 min/month. The computed figure holds

                not recognised
                  p.md:7: never heard of
                recognised in part; nothing is known of
                  p.md:4: Vue
                """);
    }

    @Test
    void theTreeHasTheSameForPrograms() {
        Map<String, Object> tree = report(PERSONA).tree();

        assertThat(tree).containsOnlyKeys("personas", "contradictions", "unrecognised", "partly");
        assertThat(tree.get("unrecognised"))
                .isEqualTo(List.of(Map.of("persona", "p", "source", "p.md", "line", 7, "text", "never heard of")));
        assertThat(tree.get("contradictions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void nothingUnrecognisedIsAnEmptyListAndASentence() {
        PersonaReport report = report("# Persona: p\n\n- Redis\n");

        assertThat(report.tree()).containsEntry("unrecognised", List.of()).containsEntry("contradictions", List.of());
        assertThat(report.text()).endsWith("every line that can ask for something is recognised\n");
    }

    private static PersonaReport report(String persona) {
        return PersonaReport.of(PersonaReader.parse("p.md", persona), TestCatalogue.bundled());
    }
}
