package dev.pave.spec;

import static dev.pave.spec.Descriptions.field;
import static dev.pave.spec.Descriptions.problems;
import static dev.pave.spec.Descriptions.withField;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Z]{3}-[0-9]{4}$",
                "^[a-z]+(-[a-z0-9]+)*$",
                "^(?:red|green)$",
                "^([0-9]{1,3}\\.){3}[0-9]{1,3}$",
                "^[^<>]*$",
                "^.{2,}@x$",
                "^a?b+c*\\$$",
                "^[\\]\\-a]$",
                "^[a-]$",
                "^[가-힣]+$",
                "^$",
            })
    void portablePatternsAreTakenAndHaveSamples(String text) throws Exception {
        List<String> samples = PortablePattern.parse(text).samples(0, 40);

        assertThat(samples)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(Pattern.compile(text).asMatchPredicate());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [A-Z];              does not say that it matches the whole value
            ^a|b$;              has '|' outside a group, where '^' and '$' bind closer
            ^(a)\\1$;           refers back to a group with '\\1', which not every engine does
            ^(?=a)b$;           looks ahead or behind, names a group or sets a flag, which not every engine does
            ^(?<!a)b$;          looks ahead or behind, names a group or sets a flag, which not every engine does
            ^(?i)b$;            looks ahead or behind, names a group or sets a flag, which not every engine does
            ^\\d+$;             has '\\d', which engines read differently
            ^\\p{L}$;           has '\\p', which engines read differently
            ^a++$;              repeats a repetition, or makes it lazy or possessive
            ^a*?$;              repeats a repetition, or makes it lazy or possessive
            ^a{256}$;           counts further than 255
            ^a{2,1}$;           has a repetition that is not {n}, {n,} or {n,m}
            ^[[:alpha:]]$;      has a '[' inside '[…]' that engines read differently
            ^[a&&b]$;           has a '&' inside '[…]' that engines read differently
            ^[b-a]$;            has a range that ends before it begins
            ^[]$;               has a '[…]' that no character matches
            ^[a$;               has a '[' without a ']'
            ^(a$;               has a '(' without a ')'
            ^a)$;               has a ')' too many
            ^*a$;               repeats nothing with '*'
            ^(a+)+$;            takes exponential time on some values, because a repeated group can match in several ways
            ^(a|a)*$;           takes exponential time on some values, because a repeated group can match in several ways
            ^(a*b*)*$;          takes exponential time on some values, because a repeated group can match in several ways
            ^([a-z]+-?)+$;      takes exponential time on some values, because a repeated group can match in several ways
            ^(a?a?){9}$;        takes exponential time on some values, because a repeated group can match in several ways
            ^.*.*.*x$;          takes too long on some values, because its repetitions overlap
            ^((a{200}){200}){200}$; repeats too much
            """)
    void whatEnginesReadDifferentlyOrSlowlyIsRefused(String text, String message) {
        assertThatThrownBy(() -> PortablePattern.parse(text)).hasMessage(message);
    }

    @Test
    void aPatternNeedsAnExampleThatMatches() {
        assertThat(field("type: string, pattern: '^[a-z]+$', example: abc").pattern())
                .contains("^[a-z]+$");
        assertThat(problems(withField("type: string, pattern: '^[a-z]+$'")))
                .containsExactly("10:37 a pattern needs an 'example' that matches it");
        assertThat(problems(withField("type: string, pattern: '^[a-z]+$', example: ABC")))
                .containsExactly("10:58 example does not match the pattern");
        assertThat(problems(withField("type: string, pattern: '^(a)\\1$', example: a")))
                .containsExactly("10:37 the pattern refers back to a group with '\\1', which not every engine does");
    }

    @Property
    void whatIsTakenCompilesAndItsSamplesMatch(@ForAll("patterns") String text) {
        PortablePattern pattern;
        try {
            pattern = PortablePattern.parse(text);
        } catch (PortablePattern.Refused e) {
            assertThat(e).hasMessageNotContaining("\n");
            return;
        }
        assertThatCode(() -> Pattern.compile(text)).doesNotThrowAnyException();
        assertThat(pattern.samples(0, 20)).allMatch(pattern.matcher());
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "a", "b", "[a-c]", "[^a]", "(", ")", "|", "*", "+", "?", "{2}", "{0,3}", ".", "\\.", "\\d", "[",
                        "]", "-", "$", "가")
                .list()
                .ofMaxSize(12)
                .map(parts -> parts.stream().collect(joining("", "^", "$")));
    }
}
