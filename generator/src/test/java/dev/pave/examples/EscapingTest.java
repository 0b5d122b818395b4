package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.lifecycle.Generator;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.render.Rendering;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.spec.ServiceDescriptionWriter;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Nothing in a description breaks out of the file that it lands in: real templates, any text, read back from each kind of file. */
class EscapingTest {

    private static final Generator GENERATOR = Bundled.generator();
    private static final String DESCRIPTION = """
            pave: 1
            name: student-records
            description: replaced
            owner: team-registry
            path: java-service
            namespace: edu.example
            resources:
              student:
                fields:
                  email: {type: email, required: true, unique: true}
            """;

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(60),
                Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(60),
                Arbitraries.of(
                        "'); drop schema student_records cascade; --",
                        "\"\n- injected: true # ${{ github.token }} ${HOME} {{ x }} [=y] */ ]]> <script>",
                        "# heading\n\n* item | `code` *bold* _it_ [link](x) &amp; 1. one",
                        "\\u0041 \\n \\ ' \" '' \t tab",
                        "한국어 emoji 🎓 e\u0301"));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void anyDescriptionIsReadBackFromEveryKindOfFile(@ForAll("texts") String text) {
        ServiceDescription description;
        try {
            ServiceDescription read = new ServiceDescriptionReader().read("pave.yaml", DESCRIPTION);
            ServiceDescription changed = new ServiceDescription(
                    read.name(),
                    text,
                    read.owner(),
                    read.path(),
                    read.namespace(),
                    read.personas(),
                    read.features(),
                    read.options(),
                    read.resources(),
                    read.location());
            description = new ServiceDescriptionReader().read("pave.yaml", ServiceDescriptionWriter.write(changed));
        } catch (InvalidInput e) {
            return; // refused with its place, which other tests hold
        }
        Rendering rendering = GENERATOR
                .generate(description, ServiceDescriptionWriter.write(description))
                .rendering();

        assertThat(yaml(rendering, "pave.yaml", "description")).isEqualTo(text);
        assertThat(yaml(rendering, "api/openapi.yaml", "info", "summary")).isEqualTo(text);
        assertThat(text(rendering, "db/migration/V1__create_schema.sql"))
                .contains("comment on schema student_records is '" + text.replace("'", "''") + "';");
        assertThat(firstParagraph(text(rendering, "README.md"))).isEqualTo(text);
    }

    private static String text(Rendering rendering, String path) {
        return rendering.file(new ProjectPath(path)).orElseThrow().text();
    }

    private static String yaml(Rendering rendering, String path, String... keys) {
        YamlNode node = YamlReader.read(path, text(rendering, path));
        for (String key : keys) {
            node = ((YamlNode.Mapping) node).get(key).orElseThrow();
        }
        return ((YamlNode.Scalar) node).text();
    }

    /** The text after the title, with its markup taken away. */
    private static String firstParagraph(String markdown) {
        Node node = Parser.builder().build().parse(markdown).getFirstChild();
        while (!(node instanceof Paragraph)) {
            node = node.getNext();
        }
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text literal) {
                text.append(literal.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                text.append('\n');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                text.append('\n');
            }
        });
        return text.toString();
    }
}
