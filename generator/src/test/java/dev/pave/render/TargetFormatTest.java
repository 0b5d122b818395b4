package dev.pave.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever text a description may hold, a real parser of the format reads back exactly that text, and nothing but that text. */
class TargetFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Property
    void yamlReadsTheTextBack(@ForAll("texts") String text) {
        YamlNode root =
                YamlReader.read("a.yaml", "before: 1\ntext: \"" + escaped(TargetFormat.YAML, text) + "\"\nafter: 2\n");

        assertThat(((YamlNode.Mapping) root).entries()).containsOnlyKeys("before", "text", "after");
        assertThat(((YamlNode.Scalar) ((YamlNode.Mapping) root).get("text").orElseThrow()).value())
                .contains(text);
    }

    @Property
    void jsonReadsTheTextBack(@ForAll("texts") String text) {
        assertThat(JSON.readTree("{\"text\": \"" + escaped(TargetFormat.JSON, text) + "\"}")
                        .get("text")
                        .stringValue())
                .isEqualTo(text);
    }

    /** A basic string of TOML, a string of Python and one of TypeScript understand every escape of JSON. */
    @Property
    void tomlPythonAndTypeScriptStayInsideWhatJsonCanSay(@ForAll("texts") String text) {
        for (TargetFormat format : List.of(TargetFormat.TOML, TargetFormat.PYTHON, TargetFormat.TYPESCRIPT)) {
            String literal = '"' + escaped(format, text) + '"';

            assertThat(JSON.readTree(literal).stringValue()).isEqualTo(text);
            assertThat(literal).doesNotContain("\n", "\r", "\u2028", "\u2029");
        }
        assertThat(escaped(TargetFormat.TYPESCRIPT, text)).doesNotContain("*/");
    }

    @Property(tries = 300)
    void xmlReadsTheTextBackFromCharacterDataAndFromAnAttribute(@ForAll("texts") String text) throws Exception {
        String escaped = escaped(TargetFormat.XML, text);

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader("<a b=\"" + escaped + "\" c='" + escaped + "'>" + escaped + "</a>")))
                .getDocumentElement();

        assertThat(root.getTextContent()).isEqualTo(text);
        assertThat(root.getAttribute("b")).isEqualTo(text);
        assertThat(root.getAttribute("c")).isEqualTo(text);
        assertThat(root.getElementsByTagName("*").getLength()).isZero();
    }

    @Property
    void aSqlLiteralEndsWhereItShouldAndHoldsTheText(@ForAll("texts") String text) {
        assertThat(sqlLiteral("'" + escaped(TargetFormat.SQL, text) + "'; SELECT 1"))
                .containsExactly(text, "; SELECT 1");
    }

    @Property(tries = 60)
    void aJavaStringHoldsTheText(@ForAll("texts") String text) throws IOException {
        assertThat(javaStrings("class A { String s = \"" + escaped(TargetFormat.JAVA, text) + "\"; }"))
                .containsExactly(text);
    }

    @Property(tries = 60)
    void aJavaCommentEndsWhereItShould(@ForAll("texts") String text) throws IOException {
        String escaped = escaped(TargetFormat.JAVA, text);

        assertThat(javaStrings("/** " + escaped + " */\nclass A {\n  // " + escaped + "\n  /* " + escaped
                        + " */ String s = \"end\"; }"))
                .containsExactly("end");
    }

    @Property
    void propertiesReadTheTextBack(@ForAll("texts") String text) throws IOException {
        Properties properties = new Properties();

        properties.load(new StringReader("before=1\ntext=" + escaped(TargetFormat.PROPERTIES, text) + "\nafter = 2\n"));

        assertThat(properties).hasSize(3).containsEntry("text", text);
    }

    @Property
    void markdownShowsTheTextWhereALineBegins(@ForAll("texts") String text) {
        assertThat(markdown(escaped(TargetFormat.MARKDOWN, text))).isEqualTo(text);
    }

    @Property
    void markdownShowsTheTextAfterOtherText(@ForAll("texts") String text) {
        assertThat(markdown("See: " + escaped(TargetFormat.MARKDOWN, text) + ", end"))
                .isEqualTo("See: " + text + ", end");
    }

    @Property
    void markdownShowsTheTextInsideAWord(@ForAll("texts") String text) {
        assertThat(markdown("a" + escaped(TargetFormat.MARKDOWN, text) + "b")).isEqualTo("a" + text + "b");
    }

    @Property
    void markdownShowsTheTextInACellOfATable(@ForAll("texts") String text) {
        List<String> cells = tableCells("| a | " + escaped(TargetFormat.MARKDOWN, text) + " | b |");

        assertThat(cells).hasSize(3);
        assertThat(markdown(cells.get(1))).isEqualTo(text);
    }

    @Property
    void aDockerfileStringStaysOneLineAndIsRefusedWhereItCannot(@ForAll("texts") String text) {
        assertThat(TargetFormat.DOCKERFILE.escape(text).isPresent())
                .isEqualTo(text.chars().noneMatch(c -> c == '\n' || c == '\t'));
        TargetFormat.DOCKERFILE
                .escape(text)
                .ifPresent(escaped -> assertThat(dockerString(escaped)).isEqualTo(text));
    }

    @Property
    void whatNoFormatIsKnownForTakesHarmlessTextOnly(@ForAll("texts") String text) {
        TargetFormat.PLAIN
                .escape(text)
                .ifPresent(same -> assertThat(same).isEqualTo(text).matches("[-A-Za-z0-9 _./:@,+=*!?()\\[\\]{}]*"));
    }

    @Example
    void whatNoFormatIsKnownForRefusesWhatCouldBreakOut() {
        for (String text :
                List.of("a\nb", "a\"b", "a'b", "a`b", "$(a)", "a;b", "a|b", "a>b", "a\\b", "a#b", "é", "a&b")) {
            assertThat(TargetFormat.PLAIN.escape(text)).as(text).isEmpty();
        }
        assertThat(TargetFormat.PLAIN.escape("@team-registry student-records:8080"))
                .isPresent();
    }

    @Example
    void aShellPrintsTheTextFromBetweenSingleQuotes() throws Exception {
        for (String text : List.of(
                "it's",
                "$(touch pwned)",
                "`id`",
                "a\nb \nc",
                "'; rm -rf /; '",
                "\\'",
                "$HOME \"x\" !1",
                "*?[a]{b,c}",
                "-n é 학")) {
            Process sh =
                    new ProcessBuilder("sh", "-c", "printf %s '" + escaped(TargetFormat.SHELL, text) + "'").start();

            assertThat(new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(sh.waitFor()).isZero();
        }
    }

    @Example
    void anOrdinarySentenceStaysAsItIsInMarkdown() {
        String text = "Students, courses (and who takes what) - 99.9% of them; snake_case names: yes!";

        assertThat(TargetFormat.MARKDOWN.escape(text)).contains(text);
    }

    @Example
    void theFormatIsChosenByTheNameOfTheFile() {
        assertThat(TargetFormat.of("deploy/Dockerfile")).isEqualTo(TargetFormat.DOCKERFILE);
        assertThat(TargetFormat.of("a/b.test.ts")).isEqualTo(TargetFormat.TYPESCRIPT);
        assertThat(TargetFormat.of("a.yaml/b")).isEqualTo(TargetFormat.PLAIN);
        assertThat(TargetFormat.of(".gitignore")).isEqualTo(TargetFormat.PLAIN);
        assertThat(TargetFormat.of("pom.xml")).isEqualTo(TargetFormat.XML);
    }

    /** What {@code FreeText} lets through: no control characters but line feed and tab, no half characters, no noncharacters, no marks of direction. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.integers()
                .between(0x20, 0x10ffff)
                .filter(TargetFormatTest::mayStandInADescription)
                .map(Character::toString);
        Arbitrary<String> hostile = Arbitraries.of(
                "\"",
                "'",
                "\\",
                "\\\\",
                "\n",
                "\t",
                "\n\n",
                " ",
                "    ",
                "  \n",
                "${x}",
                "$(x)",
                "`",
                "```",
                "#",
                "# ",
                "-",
                "- ",
                "---",
                "===",
                "+ ",
                "* ",
                "*",
                "**",
                "_",
                "__",
                "a_b",
                "1. ",
                "12) ",
                "123456789. ",
                "<",
                "<b>",
                "</a>",
                "<!--",
                "-->",
                "]]>",
                "&",
                "&amp;",
                "&#10;",
                "[",
                "](x)",
                "![",
                "|",
                "\\|",
                "~~",
                "~~~",
                ">",
                "*/",
                "/*",
                "//",
                "/",
                "\\u0041",
                "\\u002a/",
                "\\n",
                "{",
                "}",
                "[=x]",
                "{{ x }}",
                "; DROP TABLE x; --",
                ":",
                ": ",
                "!",
                "%",
                "=",
                "\u00a0",
                "\u3000",
                "\u200b",
                "학생",
                "é",
                "😀",
                "http://a.b/c_d",
                "a@b.c",
                "\u00ad",
                "0",
                "x");
        Arbitrary<String> parts = Arbitraries.frequencyOf(Tuple.of(4, hostile), Tuple.of(1, any));
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join("", list))
                .filter(text -> !text.isBlank());
    }

    private static boolean mayStandInADescription(int c) {
        return !Character.isISOControl(c)
                && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && !(c >= 0xFDD0 && c <= 0xFDEF)
                && (c & 0xFFFE) != 0xFFFE
                && c != 0xFEFF
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069)
                && c != 0x2028
                && c != 0x2029;
    }

    private static String escaped(TargetFormat format, String text) {
        return format.escape(text).orElseThrow();
    }

    /** The literal at the start, and what follows it: a quote ends it, two are one (SQL:2016, 5.3; PostgreSQL with standard_conforming_strings). */
    private static List<String> sqlLiteral(String sql) {
        assertThat(sql).startsWith("'");
        StringBuilder text = new StringBuilder();
        int i = 1;
        while (sql.charAt(i) != '\'' || sql.startsWith("''", i)) {
            text.append(sql.charAt(i));
            i += sql.charAt(i) == '\'' ? 2 : 1;
        }
        return List.of(text.toString(), sql.substring(i + 1));
    }

    /** As BuildKit's shell lexer reads a double-quoted word: a backslash takes the next character for itself, a dollar would expand. */
    private static String dockerString(String inside) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            assertThat(c).isNotIn('"', '$');
            if (c == '\\') {
                i++;
                assertThat(inside.charAt(i)).isIn('"', '$', '\\');
            }
            text.append(inside.charAt(i));
        }
        return text.toString();
    }

    /** The cells of a row by GitHub's rule: a pipe ends a cell unless a backslash stands before it, which is then taken away (GFM 4.10). */
    private static List<String> tableCells(String row) {
        assertThat(row).doesNotContain("\n");
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < row.length(); i++) {
            if (row.startsWith("\\|", i)) {
                cell.append('|');
                i++;
            } else if (row.charAt(i) == '|') {
                cells.add(cell.toString().replaceAll("^[ \t]+|[ \t]+$", ""));
                cell.setLength(0);
            } else {
                cell.append(row.charAt(i));
            }
        }
        return cells;
    }

    /** The text of the only paragraph of a document that has nothing but text. */
    private static String markdown(String document) {
        Node root = Parser.builder().build().parse("\n" + document + "\n");
        StringBuilder text = new StringBuilder();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            protected void visitChildren(Node parent) {
                assertThat(parent).as("markup in %s", document).isInstanceOfAny(Document.class, Paragraph.class);
                super.visitChildren(parent);
            }
        });
        assertThat(root.getFirstChild()).as("one block in %s", document).isSameAs(root.getLastChild());
        return text.toString();
    }

    /** The string literals of a Java source, as javac reads them. */
    private static List<String> javaStrings(String source) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of("-proc:none"), null, List.of(file));
        List<String> literals = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        task.parse()
                .forEach(unit -> unit.accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public Void visitLiteral(LiteralTree node, Void nothing) {
                                literals.add(String.valueOf(node.getValue()));
                                return null;
                            }

                            @Override
                            public Void visitVariable(VariableTree node, Void nothing) {
                                fields.add(node.getName().toString());
                                return super.visitVariable(node, null);
                            }
                        },
                        null));
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .as(source)
                .isEmpty();
        assertThat(fields).containsExactly("s");
        return literals;
    }
}
