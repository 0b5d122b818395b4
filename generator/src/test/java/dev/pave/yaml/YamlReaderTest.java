package dev.pave.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @Test
    void everyKeyAndValueKnowsItsPlace() {
        YamlNode.Mapping root = mapping("""
                name: x
                list:
                  - one
                  - {two: 2}
                """);

        assertThat(root.location()).hasToString("f:1:1");
        assertThat(root.entries().get("name").key()).hasToString("f:1:1");
        assertThat(root.entries().get("name").value().location()).hasToString("f:1:7");
        YamlNode.Sequence list = (YamlNode.Sequence) root.get("list").orElseThrow();
        assertThat(list.location()).hasToString("f:3:3");
        assertThat(list.items().get(0).location()).hasToString("f:3:5");
        YamlNode.Mapping inner = (YamlNode.Mapping) list.items().get(1);
        assertThat(inner.entries().get("two").value().location()).hasToString("f:4:11");
    }

    @Test
    void aFileMayHoldSeveralDocumentsForWhoeverAsksForAll() {
        List<YamlNode> roots = YamlReader.readAll("f", """
                # a comment
                a: 1
                ---
                ---
                b: 2
                ...
                """);

        assertThat(roots).extracting(root -> root.location().toString()).containsExactly("f:2:1", "f:4:1", "f:5:1");
        assertThat(roots.get(1).kind()).isEqualTo("nothing");
        assertThat(YamlReader.readAll("f", "# nothing\n")).isEmpty();
    }

    @Test
    void faultsOfAllDocumentsAreReportedTogether() {
        InvalidInput e =
                catchThrowableOfType(InvalidInput.class, () -> YamlReader.readAll("f", "a: 1\na: 2\n---\nb: &x 1\n"));

        assertThat(e.problems()).extracting(Problem::code).containsExactly("yaml-duplicate-key", "yaml-alias");
        assertThat(e.problems()).extracting(p -> p.location().line()).containsExactly(2, 4);
    }

    @Test
    void columnsCountCharactersAsPeopleDo() {
        YamlNode.Mapping root = mapping("\"이름 🎓\": 값");

        assertThat(root.entries().get("이름 🎓").value().location()).hasToString("f:1:9");
    }

    @Test
    void aByteOrderMarkAtTheStartIsNoCharacter() {
        assertThat(mapping("\uFEFFname: x").entries().get("name").value().location())
                .hasToString("f:1:7");
    }

    @Test
    void windowsLineEndsAreLineEnds() {
        YamlNode.Mapping root = mapping("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 3\r\n");

        assertThat(root.entries().get("c").key()).hasToString("f:5:1");
        assertThat(root.get("b"))
                .get()
                .extracting(node -> ((YamlNode.Scalar) node).text())
                .isEqualTo("x\ny\n");
    }

    @Test
    void scalarsHaveTheTypesOfTheCoreSchema() {
        assertThat(value("17")).contains(17L);
        assertThat(value("-0x1F")).contains("-0x1F");
        assertThat(value("0x1F")).contains(31L);
        assertThat(value("0o17")).contains(15L);
        assertThat(value("+12")).contains(12L);
        assertThat(value("9223372036854775808")).contains(new BigDecimal("9223372036854775808"));
        assertThat(value("1.50")).contains(new BigDecimal("1.50"));
        assertThat(value("1e3")).contains(new BigDecimal("1e3"));
        assertThat(value("1e99999")).contains("1e99999");
        assertThat(value(".inf")).contains(".inf");
        assertThat(value("1.2.3")).contains("1.2.3");
        assertThat(value("2026-03-02")).contains("2026-03-02");
        assertThat(value("no")).contains("no");
        assertThat(value("True")).contains(true);
        assertThat(value("'true'")).contains("true");
        assertThat(value("~")).isEmpty();
        assertThat(value("")).isEmpty();
    }

    @Test
    void allDuplicateKeysAreReportedTogether() {
        assertThat(problems("""
                a: 1
                b: {x: 1, x: 2}
                a: 2
                """)).containsExactly("f:2:11: 'x' is given twice", "f:3:1: 'a' is given twice");
    }

    @Test
    void anAnchorBombIsRefusedWithoutBeingBuilt() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problems(bomb.toString()))
                .hasSize(40 + 2 * 39)
                .contains("f:1:5: the anchor &a0 is not read here", "f:2:10: the alias *a0 is not read here");
    }

    @Test
    void aDocumentThatContainsItselfIsRefused() {
        assertThat(problems("&a [*a]"))
                .containsExactly("f:1:1: the anchor &a is not read here", "f:1:5: the alias *a is not read here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void depthIsLimitedBeforeItCanExhaustTheStack(String open) {
        assertThat(problems(open.repeat(100_000))).singleElement().asString().contains("nested deeper than 40 levels");
    }

    @Test
    void tagsMakeNothing() {
        assertThat(problems("!!java.net.URL http://example.org"))
                .containsExactly("f:1:1: the tag tag:yaml.org,2002:java.net.URL is not read here");
        assertThat(problems("!x {a: 1}")).containsExactly("f:1:1: the tag !x is not read here");
        assertThat(problems("a: !!str 1")).containsExactly("f:1:4: the tag tag:yaml.org,2002:str is not read here");
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        assertThat(problems("n: " + "9".repeat(500_000))).containsExactly("f:1:4: a number of more than 40 characters");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(problems("a: 1\n---\nb: 2\n")).containsExactly("f:2:1: a second document begins here");
    }

    @Test
    void aKeyMustBeAText() {
        assertThat(problems("? [a, b]\n: 1\n{c: d}: 2\n"))
                .containsExactly(
                        "f:1:3: a key must be a text, this is a list",
                        "f:3:1: a key must be a text, this is a mapping");
    }

    @Test
    void aCharacterThatYamlDoesNotHaveIsNamedWithItsPlace() {
        assertThat(problems("a: 1\r\n🎓b: \u0000")).containsExactly("f:2:5: the character U+0000 cannot stand in YAML");
        assertThat(problems("a: \ud800")).containsExactly("f:1:4: the character U+D800 cannot stand in YAML");
    }

    @Test
    void aVeryLongDocumentIsNotParsed() {
        assertThat(problems("#".repeat(YamlReader.MOST_CODE_POINTS + 1)))
                .singleElement()
                .asString()
                .contains("longer than 1048576");
    }

    @Test
    void aSyntaxErrorNamesItsPlace() {
        assertThat(problems("a: [1, 2\nb: 3\n"))
                .singleElement()
                .asString()
                .startsWith("f:2:")
                .contains("not YAML");
    }

    @Test
    void anEmptyDocumentIsNothing() {
        assertThat(((YamlNode.Scalar) YamlReader.read("f", "# only a comment\n")).isNull())
                .isTrue();
        assertThat(((YamlNode.Scalar) YamlReader.read("f", "")).isNull()).isTrue();
    }

    @Property
    void anyTextIsReadOrRefusedWithAPlace(@ForAll String text) {
        try {
            assertThat(YamlReader.read("f", text)).isNotNull();
        } catch (InvalidInput e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.location().source()).isEqualTo("f"));
        }
    }

    private static YamlNode.Mapping mapping(String yaml) {
        return (YamlNode.Mapping) YamlReader.read("f", yaml);
    }

    private static Optional<Object> value(String yaml) {
        return ((YamlNode.Scalar) mapping("key: " + yaml).entries().get("key").value()).value();
    }

    private static List<String> problems(String yaml) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> YamlReader.read("f", yaml));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(YamlReaderTest::line).toList();
    }

    private static String line(Problem problem) {
        return problem.location() + ": " + problem.message();
    }
}
