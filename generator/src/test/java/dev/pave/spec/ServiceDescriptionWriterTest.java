package dev.pave.spec;

import static dev.pave.spec.Descriptions.HEAD;
import static dev.pave.spec.Descriptions.STUDENT_RECORDS;
import static dev.pave.spec.Descriptions.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ServiceDescriptionWriterTest {

    private static final Location PLACE = Location.of("test");

    @Test
    void theTextIsWhatAPersonWouldWrite() {
        assertThat(ServiceDescriptionWriter.write(read(STUDENT_RECORDS))).isEqualTo(HEAD + """
                personas: all
                features: {add: [istio], remove: []}
                options: {java: 17}
                resources:
                  student:
                    fields:
                      email: {type: email, required: true, unique: true}
                      full-name: {type: string, required: true, max-length: 200}
                      born-on: {type: date}
                  course:
                    fields:
                      code: {type: string, required: true, unique: true, max-length: 20}
                      title: {type: string, required: true, max-length: 200}
                  enrolment:
                    fields:
                      student: {type: reference, required: true, to: student}
                      course: {type: reference, required: true, to: course}
                      status: {type: enum, required: true, values: [active, completed, withdrawn], default: active}
                      grade: {type: decimal, min: 0, max: 100, precision: 5, scale: 2}
                    unique: [[student, course]]
                """);
    }

    @Test
    void whatYamlWouldTakeForSomethingElseIsQuoted() {
        ServiceDescription description =
                read(HEAD.replace("Students, courses and who takes what", "\"no: 'x' # \\\"\\n\\\\\\t\"") + """
                options: {a: "1.0", b: 017, c: "true", d: 'x: [y'}
                resources:
                  mouse:
                    plural: mouses
                    description: "yes"
                    fields: {y: {type: enum, values: ["true", "null"], default: "null"}}
                """);

        assertThat(ServiceDescriptionWriter.write(description)).contains("""
                description: "no: 'x' # \\"\\n\\\\\\t"
                """, """
                options: {a: "1.0", b: 017, c: "true", d: "x: [y"}
                """, """
                    plural: mouses
                    description: "yes"
                    fields:
                      "y": {type: enum, values: ["true", "null"], default: "null"}
                """);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBack(@ForAll("descriptions") ServiceDescription description) {
        String text = ServiceDescriptionWriter.write(description);

        ServiceDescription back = new ServiceDescriptionReader().withoutPath().read("pave.yaml", text);

        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Location.class)
                .isEqualTo(description);
        assertThat(ServiceDescriptionWriter.write(back)).isEqualTo(text);
    }

    @Property
    void anyTextAsDescriptionIsReadBackVerbatimOrRefusedWithItsPlace(@ForAll String text) {
        ServiceDescription description = described(text, List.of(), Map.of(), Optional.empty());
        try {
            assertThat(read(ServiceDescriptionWriter.write(description)).description())
                    .isEqualTo(text);
            assertThat(FreeText.refusal(text)).isEmpty();
        } catch (InvalidInput e) {
            assertThat(FreeText.refusal(text)).isPresent();
            assertThat(e.problems())
                    .allSatisfy(problem -> assertThat(problem.location().line()).isEqualTo(3));
        }
    }

    @Provide
    Arbitrary<ServiceDescription> descriptions() {
        Arbitrary<Map<String, Option>> options = Arbitraries.maps(
                        names().map(Name::kebab),
                        texts().filter(t -> t.length() <= 200
                                        && FreeText.character(t, false).isEmpty())
                                .map(t -> new Option(t, PLACE)))
                .ofMaxSize(3);
        Arbitrary<String> lines =
                texts().filter(t -> FreeText.character(t, false).isEmpty());
        Arbitrary<TemplateReference> templates = Combinators.combine(
                        lines, lines.optional(), Arbitraries.of(true, false), Arbitraries.of("", "web-", "#"))
                .as((source, ref, prerelease, prefix) -> new TemplateReference(
                        source,
                        ref,
                        ref.isEmpty() && prerelease,
                        ref.isPresent() ? "" : prefix,
                        prerelease ? "a/b c" : "",
                        PLACE));
        return Combinators.combine(texts(), resources(), options, templates.optional())
                .as(ServiceDescriptionWriterTest::described);
    }

    private static ServiceDescription described(
            String text, List<Resource> resources, Map<String, Option> options, Optional<TemplateReference> templates) {
        return new ServiceDescription(
                ServiceName.of("a-service"),
                text,
                new Name("team-no"),
                Optional.of(new Selected("null", PLACE)),
                new Namespace("y.true2"),
                PersonaSelection.of(List.of(new Selected("01-on", PLACE))),
                new FeatureSelection(List.of(new Selected("off", PLACE)), List.of()),
                options,
                resources,
                templates,
                PLACE);
    }

    private static Arbitrary<List<Resource>> resources() {
        Arbitrary<String> descriptions = Arbitraries.oneOf(Arbitraries.just(""), texts());
        Arbitrary<List<Field>> fields = fields().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(field -> field.name().flat());
        return Combinators.combine(names(), descriptions, fields)
                .as((name, description, list) ->
                        new Resource(name, name.with("s2"), description, list, List.of(), PLACE))
                .list()
                .ofMaxSize(3)
                .uniqueElements(resource -> resource.name().flat());
    }

    private static Arbitrary<Field> fields() {
        Arbitrary<Map<Attribute, Object>> common = Combinators.combine(
                        Arbitraries.of(true, false), texts().injectNull(0.5))
                .as((required, description) -> {
                    Map<Attribute, Object> attributes = new LinkedHashMap<>();
                    attributes.put(Attribute.REQUIRED, required);
                    if (description != null) {
                        attributes.put(Attribute.DESCRIPTION, description);
                    }
                    return attributes;
                });
        Arbitrary<Map.Entry<FieldType, Map<Attribute, Object>>> typed = Arbitraries.oneOf(
                texts().filter(t -> FreeText.character(t, false).isEmpty())
                        .map(t -> Map.entry(FieldType.STRING, Map.of(Attribute.DEFAULT, t, Attribute.MAX_LENGTH, 500))),
                texts().map(t -> Map.entry(FieldType.TEXT, Map.of(Attribute.EXAMPLE, t))),
                Arbitraries.longs()
                        .map(n -> Map.entry(
                                FieldType.LONG, Map.of(Attribute.DEFAULT, n, Attribute.MIN, BigDecimal.valueOf(n)))),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.TEN)
                        .ofScale(2)
                        .map(n -> stripped(n))
                        .map(n -> Map.entry(FieldType.DECIMAL, Map.of(Attribute.MAX, n, Attribute.DEFAULT, n))),
                Arbitraries.of("yes", "null", "true", "a-b", "X_y")
                        .list()
                        .ofMinSize(1)
                        .uniqueElements()
                        .map(values -> Map.entry(
                                FieldType.ENUM,
                                Map.of(
                                        Attribute.VALUES,
                                        values.stream().map(Choice::new).toList(),
                                        Attribute.DEFAULT,
                                        values.get(0)))),
                Arbitraries.of("^[a-z]+( [a-z]+)*$", "^\"'\\\\[#: ]*-$")
                        .map(p -> Map.entry(
                                FieldType.STRING,
                                Map.of(
                                        Attribute.PATTERN,
                                        p,
                                        Attribute.EXAMPLE,
                                        p.startsWith("^\"") ? "\"'\\#: -" : "a b"))));
        return Combinators.combine(names(), common, typed).as((name, attributes, type) -> {
            Map<Attribute, Object> all = new LinkedHashMap<>(attributes);
            all.putAll(type.getValue());
            return Descriptions.field(name, type.getKey(), all);
        });
    }

    private static BigDecimal stripped(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Arbitrary<Name> names() {
        return Arbitraries.oneOf(
                        Arbitraries.of("yes", "no", "null", "true", "y", "class", "order-2")
                                .map(Name::new),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(2)
                                .ofMaxLength(10)
                                .map(Name::new))
                .filter(name -> !List.of("id", "version", "xmin", "cmin", "xmax", "cmax", "ctid")
                        .contains(name.kebab()));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(40),
                        Arbitraries.strings().ascii().ofMaxLength(40),
                        Arbitraries.of(
                                "null", "~", "- a", "a: b", "a #b", "'", "\"", "%x", "@x", "`", "{", "[", "!x", "&x",
                                "*x", "|", ">", "---", "...", "1e3", "0x1", " a ", "a\nb\n", "\ta", "🎓", "👩‍🎓"))
                .filter(text -> FreeText.refusal(text).isEmpty());
    }
}
