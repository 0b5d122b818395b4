package dev.pave.cli;

import static dev.pave.testing.Generation.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.lifecycle.Generator;
import dev.pave.testing.Generation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A good description with something put into it is either still good or refused with places: {@link Generator} knows no third way. */
class MutatedDescriptionTest {

    @Property(tries = 300)
    void isGeneratedOrRefusedWithPlaces(@ForAll("mutated") String description) {
        assertThat(Generation.generate(description)
                        .template("README.md", "[=service.description]\n")
                        .template("a.sql", "'[=service.description]'\n")
                        .problems())
                .allSatisfy(problem -> assertThat(problem).startsWith("pave.yaml"));
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> inserted = Arbitraries.of(
                "\"",
                "'",
                "\n",
                "\n  ",
                ": ",
                "{",
                "}",
                "[",
                "]",
                "&a ",
                "*a",
                "!t ",
                "# ",
                "- ",
                ",",
                "\\",
                "%",
                "@",
                "`",
                "|",
                ">",
                "~",
                "..",
                "0",
                "1e9",
                "é",
                "😀",
                "\u00a0",
                "\ufdd0",
                "\u202e",
                "null",
                "true",
                "student",
                "reference",
                "[=x]",
                "\t");
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINIMAL.length()),
                        Arbitraries.integers().between(0, 12),
                        inserted.list().ofMinSize(1).ofMaxSize(3))
                .as((at, removed, texts) -> MINIMAL.substring(0, at)
                        + String.join("", texts)
                        + MINIMAL.substring(Math.min(at + removed, MINIMAL.length())));
    }
}
