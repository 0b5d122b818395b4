package dev.pave.spec;

import static dev.pave.spec.Descriptions.HEAD;
import static dev.pave.spec.Descriptions.STUDENT_RECORDS;
import static dev.pave.spec.Descriptions.withField;
import static dev.pave.spec.Descriptions.withResources;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pave.problem.InvalidInput;
import dev.pave.yaml.YamlNode;
import dev.pave.yaml.YamlReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PaveSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PaveSchema.json(), InputFormat.JSON);

    @Test
    void theShippedSchemaIsTheOneThatIsMadeFromTheTable() throws IOException {
        Reference.assertUpToDate("pave.schema.json", PaveSchema.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: string, required: true, unique: true, description: d, max-length: 20, min-length: 2, default: abc",
                "type: string, pattern: '^[a-z]+$', example: abc",
                "type: text, max-length: 100000",
                "type: integer, min: -5, max: 5, default: 0",
                "type: long, max: 9223372036854775807",
                "type: decimal, precision: 5, scale: 2, min: 0.5, max: 100, default: 1.25",
                "type: boolean, default: false",
                "type: date, default: 2026-03-02",
                "type: timestamp",
                "type: uuid",
                "type: email, unique: true",
                "type: uri",
                "type: enum, values: [a, b-c, D_e], default: a",
                "type: reference, to: thing, unique: true",
                "type: json"
            })
    void everyTypeIsValidForSchemaAndReader(String attributes) {
        assertThat(schemaTakes(withField(attributes))).isTrue();
        assertThat(readerTakes(withField(attributes))).isTrue();
    }

    @Test
    void theExampleOfTheDesignIsValid() {
        assertThat(schemaTakes(STUDENT_RECORDS)).isTrue();
        assertThat(schemaTakes(HEAD)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void whatASchemaCanRefuseBothRefuse(String text) {
        assertThat(readerTakes(text)).as("reader").isFalse();
        assertThat(schemaTakes(text)).as("schema").isFalse();
    }

    static Stream<String> whatASchemaCanRefuseBothRefuse() {
        Stream<String> heads = Stream.of(
                        "pave: 1 = pave: 2",
                        "pave: 1 = pave: '1'",
                        "name: student-records = name: StudentRecords",
                        "name: student-records = name: a--b",
                        "name: student-records = name: 12",
                        "name: student-records = name: " + "a".repeat(41),
                        "name: student-records = name: 'on'",
                        "owner: team-registry = owner: Team",
                        "owner: team-registry = owner: 'null'",
                        "owner: team-registry = ownr: team",
                        "path: java-service = path: ../x",
                        "path: java-service = ",
                        "namespace: edu.example = namespace: edu..example",
                        "namespace: edu.example = namespace: Edu",
                        "description: Students, courses and who takes what = description: '  '",
                        "description: Students, courses and who takes what = description: " + "x".repeat(501),
                        "path: java-service = {path: java-service, personas: none}",
                        "path: java-service = {path: java-service, personas: []}",
                        "path: java-service = {path: java-service, personas: [a, a]}",
                        "path: java-service = {path: java-service, features: {ad: []}}",
                        "path: java-service = {path: java-service, options: {java: [17]}}",
                        "path: java-service = {path: java-service, options: {Java: 17}}",
                        "path: java-service = {path: java-service, template: x}",
                        "path: java-service = {path: java-service, templates: ''}",
                        "path: java-service = {path: java-service, templates: {ref: v1}}",
                        "path: java-service = {path: java-service, templates: {source: x, branch: y}}",
                        "path: java-service = {path: java-service, templates: {source: x, prerelease: 1}}")
                .map(change -> change.split(" = ?", 2))
                .map(change -> HEAD.replace(change[0], change[1].startsWith("{") ? lines(change[1]) : change[1]));
        Stream<String> resources = Stream.of(
                        "a: {}",
                        "a: {fields: {}}",
                        "A: {fields: {x: {type: date}}}",
                        "a: {fields: {X: {type: date}}}",
                        "a: {plural: As, fields: {x: {type: date}}}",
                        "a: {feilds: {x: {type: date}}, fields: {x: {type: date}}}",
                        "a: {fields: {x: {type: date}}, unique: [[x]]}",
                        "a: {fields: {x: {type: date}}, unique: [x]}")
                .map(Descriptions::withResources);
        Stream<String> fields = Stream.of(
                        "required: true",
                        "type: strng",
                        "type: string, required: 'yes'",
                        "type: string, max-length: 0",
                        "type: string, max-length: 1001",
                        "type: string, max-length: x",
                        "type: string, default: 5",
                        "type: string, pattern: '^a$'",
                        "type: string, pattern: 'a', example: a",
                        "type: text, unique: true",
                        "type: integer, max: 2147483648",
                        "type: integer, min: 1.5",
                        "type: integer, default: x",
                        "type: decimal, precision: 39",
                        "type: boolean, default: 1",
                        "type: json, default: x",
                        "type: enum",
                        "type: enum, values: []",
                        "type: enum, values: [a, a]",
                        "type: enum, values: [-a]",
                        "type: enum, values: [1]",
                        "type: reference",
                        "type: reference, to: Thing",
                        "type: reference, to: thing, default: x",
                        "type: date, max-length: 3")
                .map(Descriptions::withField);
        return Stream.of(heads, resources, fields).flatMap(s -> s);
    }

    @Test
    void onlyTheReaderSeesWhatDependsOnOtherValues() {
        String text = withResources("a: {fields: {b: {type: reference, to: c}}}");

        assertThat(schemaTakes(text)).isTrue();
        assertThat(readerTakes(text)).isFalse();
    }

    private static String lines(String flow) {
        return flow.substring(1, flow.length() - 1).replaceFirst(", ", "\n");
    }

    private static boolean readerTakes(String text) {
        try {
            return Descriptions.read(text) != null;
        } catch (InvalidInput e) {
            return false;
        }
    }

    private static boolean schemaTakes(String text) {
        String json = JsonMapper.shared().writeValueAsString(plain(YamlReader.read("f", text)));
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }

    private static @Nullable Object plain(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.value().orElse(null);
        }
        if (node instanceof YamlNode.Sequence list) {
            return list.items().stream().map(PaveSchemaTest::plain).toList();
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        ((YamlNode.Mapping) node).entries().forEach((key, entry) -> result.put(key, plain(entry.value())));
        return result;
    }
}
