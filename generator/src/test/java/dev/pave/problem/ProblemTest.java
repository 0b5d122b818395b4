package dev.pave.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Location PLACE = new Location("pave.yaml", 12, 16);

    @Test
    void aProblemNamesItsPlaceAndIndentsItsRemedy() {
        Problem problem =
                new Problem("unknown-type", PLACE, "unknown field type 'strng'", "did you mean 'string'?\nor not");

        assertThat(problem).hasToString("""
                pave.yaml:12:16: unknown field type 'strng'
                  did you mean 'string'?
                  or not""");
    }

    @Test
    void aPlaceMayBeALineOrAWholeSource() {
        assertThat(Location.of("a.md", 3)).hasToString("a.md:3");
        assertThat(Location.of("<stdin>")).hasToString("<stdin>");
        assertThatIllegalArgumentException().isThrownBy(() -> new Location("a", 0, 1));
    }

    @Test
    void allProblemsAreReportedTogetherInTheOrderOfTheirPlaces() {
        Problems problems = new Problems();
        problems.add("b", new Location("f", 10, 1), "second", "");
        problems.add("a", new Location("f", 9, 30), "first", "");

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::message)
                                .containsExactly("first", "second"))
                .hasMessage("f:9:30: first\nf:10:1: second");
    }

    @Test
    void quotedInputCannotCommandTheTerminal() {
        Problem problem =
                new Problem("c", Location.of("a\u001b[2J"), "key '\u001b]0;x\u0007\r\n\u202e'", "line\nline\u009b");

        assertThat(problem)
                .hasToString("a\\u{1b}[2J: key '\\u{1b}]0;x\\u{7}\\u{d}\\u{a}\\u{202e}'\n  line\n  line\\u{9b}");
    }

    @Test
    void quotedInputCannotFloodTheTerminal() {
        assertThat(new Problem("c", PLACE, "x".repeat(1_000_000), "").message())
                .hasSize(2_001)
                .endsWith("x…");
    }

    @Test
    void theNearestNameIsSuggestedFirst() {
        List<String> known = List.of("string", "text", "integer");

        assertThat(Suggestion.remedy("strng", known)).isEqualTo("did you mean 'string'? one of: string, text, integer");
        assertThat(Suggestion.remedy("picture", known)).isEqualTo("one of: string, text, integer");
        assertThat(Suggestion.remedy("x", List.of())).isEmpty();
        assertThat(Suggestion.nearest("nwe", List.of("new", "check"))).contains("new");
        assertThat(Suggestion.nearest("nwx", List.of("new", "check"))).isEmpty();
        assertThat(Suggestion.remedy("19", List.of("17", "21"))).isEqualTo("one of: 17, 21");
    }
}
