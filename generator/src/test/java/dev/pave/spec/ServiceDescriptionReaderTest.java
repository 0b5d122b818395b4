package dev.pave.spec;

import static dev.pave.spec.Descriptions.HEAD;
import static dev.pave.spec.Descriptions.STUDENT_RECORDS;
import static dev.pave.spec.Descriptions.problems;
import static dev.pave.spec.Descriptions.read;
import static dev.pave.spec.Descriptions.withField;
import static dev.pave.spec.Descriptions.withResources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pave.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceDescriptionReaderTest {

    @Test
    void aDescriptionIsRead() {
        ServiceDescription description = read(STUDENT_RECORDS);

        assertThat(description.name()).isEqualTo(ServiceName.of("student-records"));
        assertThat(description.description()).isEqualTo("Students, courses and who takes what");
        assertThat(description.owner()).isEqualTo(new Name("team-registry"));
        assertThat(description.path()).get().extracting(Selected::id).isEqualTo("java-service");
        assertThat(description.host()).isEqualTo("student-records.example.edu");
        assertThat(description.personas().all()).isTrue();
        assertThat(description.features().add()).extracting(Selected::id).containsExactly("istio");
        assertThat(description.options().get("java")).isNotNull().satisfies(java -> {
            assertThat(java.value()).isEqualTo("17");
            assertThat(java.location()).hasToString("pave.yaml:9:17");
        });
        assertThat(description.resources())
                .extracting(Resource::name)
                .extracting(Name::kebab)
                .containsExactly("student", "course", "enrolment");
    }

    @Test
    void fieldsHaveTheirAttributesAndTheDefaultsOfTheirType() {
        Resource enrolment = read(STUDENT_RECORDS).resources().get(2);

        assertThat(enrolment.location()).hasToString("pave.yaml:20:3");
        assertThat(enrolment.plural()).isEqualTo(new Name("enrolments"));
        assertThat(enrolment.unique()).containsExactly(List.of(new Name("student"), new Name("course")));
        assertThat(enrolment.references()).hasSize(2);
        Field student = enrolment.fields().get(0);
        assertThat(student.key()).isEqualTo(new Name("student-id"));
        assertThat(student.required()).isTrue();
        assertThat(student.unique()).isFalse();
        Field status = enrolment.field(new Name("status")).orElseThrow();
        assertThat(status.values()).extracting(Choice::constant).containsExactly("ACTIVE", "COMPLETED", "WITHDRAWN");
        assertThat(status.defaultValue()).contains("active");
        Field grade = enrolment.field(new Name("grade")).orElseThrow();
        assertThat(grade.max()).contains(new BigDecimal("100"));
        assertThat(grade.scale()).contains(2);
        assertThat(Descriptions.field("type: decimal").precision()).contains(12);
        assertThat(Descriptions.field("type: string").maxLength()).contains(255);
        assertThat(Descriptions.field("type: integer").maxLength()).isEmpty();
    }

    @Test
    void whatIsLeftOutHasADefault() {
        ServiceDescription description = read(HEAD);

        assertThat(description.personas()).isEqualTo(PersonaSelection.everyone());
        assertThat(description.features().add()).isEmpty();
        assertThat(description.options()).isEmpty();
        assertThat(description.resources()).isEmpty();
    }

    @Test
    void allThatIsWrongIsReportedAtOnceWithARemedy() {
        assertThatThrownBy(() -> read("""
                pave: 1
                name: StudentRecords
                descripton: x
                owner: 12
                path: java-service
                namespace: edu.new
                resources:
                  student:
                    fields:
                      email: {type: strng}
                      size: {type: integer, min: 5, max: 4, max-lenght: 3}
                """)).isInstanceOf(InvalidInput.class).hasMessage("""
                        pave.yaml:1:1: the description has no 'description'
                          add 'description: …'
                        pave.yaml:2:7: name cannot be 'StudentRecords'
                          did you mean 'student-records'? lower case letters and digits in words between hyphens, a letter first, at most 40 characters
                        pave.yaml:3:1: unknown key 'descripton' in the description
                          did you mean 'description'? one of: pave, name, description, owner, path, namespace, templates, personas, features, options, resources
                        pave.yaml:4:8: owner must be a text, this is a whole number
                          put it between quotes
                        pave.yaml:6:12: namespace cannot be 'edu.new', 'new' is a word of the Java language
                          lower case letters and digits between dots, no word of the Java language, as 'edu.example'
                        pave.yaml:10:21: unknown field type 'strng'
                          did you mean 'string'? one of: string, text, integer, long, decimal, boolean, date, timestamp, uuid, email, uri, enum, reference, json
                        pave.yaml:11:34: min is greater than max, 4
                        pave.yaml:11:45: unknown key 'max-lenght' in the field 'size'
                          one of: type, required, description, unique, min, max, example, default""");
    }

    @Test
    void resourcesAndFieldsMayBeCalledByReservedWords() {
        ServiceDescription description = read(withResources("""
                order: {fields: {from: {type: date}, default: {type: boolean}, order: {type: integer}}}
                user:  {fields: {select: {type: string}, type: {type: string}}}
                class: {fields: {class: {type: string}, self: {type: reference, to: class}}}
                group: {fields: {value: {type: string}, user: {type: reference, to: user}}}
                data:  {fields: {value: {type: json}}}
                """));

        assertThat(description.resources())
                .extracting(r -> r.plural().kebab())
                .containsExactly("orders", "users", "classes", "groups", "data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "yes", "no", "y", "n", "true", "false", "null"})
    void whatYamlReadsAsSomethingElseIsNoNameOfAServiceOrTeam(String word) {
        assertThatThrownBy(() -> read(HEAD.replace("name: student-records", "name: '" + word + "'")
                        .replace("team-registry", "'" + word + "'")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        pave.yaml:2:7: a service cannot be called '%1$s', YAML takes the word for a truth value or for nothing
                          add a word, as '%1$s-service'
                        pave.yaml:4:8: owner cannot be '%1$s', YAML takes the word for a truth value or for nothing
                          add a word, as 'team-%1$s'""".formatted(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "yes", "no", "y", "n", "true", "false", "null"})
    void resourcesFieldsAndChoicesMayBeCalledByWordsOfYaml(String word) {
        ServiceDescription description = read(withResources(
                "'%1$s': {plural: many, fields: {'%1$s': {type: enum, values: ['%1$s'], default: '%1$s'}}}"
                        .formatted(word)));

        assertThat(description.resources()).singleElement().satisfies(resource -> {
            assertThat(resource.name()).isEqualTo(new Name(word));
            assertThat(resource.fields()).extracting(Field::name).containsExactly(new Name(word));
        });
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThat(problems(HEAD.replace("pave: 1", "pave: 2")))
                .containsExactly("1:7 format 2 is not known to this version of Pave");
    }

    @Test
    void theGoldenPathMayBeMissingOnlyWhereThatIsSaid() {
        String text = HEAD.replace("path: java-service\n", "");

        assertThat(problems(text)).containsExactly("1:1 the description has no 'path'");
        assertThat(new ServiceDescriptionReader()
                        .withoutPath()
                        .read("pave.yaml", text)
                        .path())
                .isEmpty();
    }

    @Test
    void selectionsAreListsWithoutRepetition() {
        assertThat(problems(HEAD + """
                personas: [a, a]
                features: {add: [b], remove: [b], ad: []}
                options: {java: [1], x: null}
                """))
                .containsExactly(
                        "7:15 'a' is listed twice",
                        "8:31 the feature 'b' is both added and removed",
                        "8:35 unknown key 'ad' in features",
                        "9:17 the option 'java' must be a single value, this is a list",
                        "9:25 the option 'x' must be a single value, this is nothing");
        assertThat(problems(HEAD + "personas: none\n")).containsExactly("7:11 personas must be 'all' or a list");
        assertThat(problems(HEAD + "personas: []\n")).containsExactly("7:11 personas lists nobody");
    }

    @Test
    void valuesOfTheCommandLineComeFirst() {
        ServiceDescription description = new ServiceDescriptionReader()
                .with(Map.of(
                        "options.java", "21",
                        "personas", "[backend, devops]",
                        "description", "Yes: it's \"so\"",
                        "resources.student.fields.email.required", "false"))
                .read("pave.yaml", STUDENT_RECORDS);

        assertThat(description.options().get("java"))
                .isEqualTo(new Option("21", dev.pave.problem.Location.of("--set options.java")));
        assertThat(description.personas().listed()).extracting(Selected::id).containsExactly("backend", "devops");
        assertThat(description.description()).isEqualTo("Yes: it's \"so\"");
        assertThat(description.resources().get(0).fields().get(0).required()).isFalse();
    }

    @Test
    void aWrongValueOfTheCommandLineIsLocatedThere() {
        ServiceDescriptionReader reader = new ServiceDescriptionReader()
                .with(Map.of(
                        "name",
                        "No Name",
                        "nam",
                        "x",
                        "name.x",
                        "1",
                        "a..b",
                        "1",
                        "options.java",
                        "[1]",
                        "path",
                        "[x"));

        assertThatThrownBy(() -> reader.read("pave.yaml", STUDENT_RECORDS))
                .isInstanceOf(InvalidInput.class)
                .message()
                .contains("--set path");
        assertThat(problems(
                        new ServiceDescriptionReader()
                                .with(Map.of("name", "No Name"))
                                .with(Map.of("nam", "x", "owner.x", "1", "a..b", "1", "options.java", "[1]")),
                        STUDENT_RECORDS))
                .containsExactly(
                        "--set a..b 'a..b' is no path to a key",
                        "--set nam unknown key 'nam' in the description",
                        "--set name name cannot be 'No Name'",
                        "--set options.java:1:1 the option 'java' must be a single value, this is a list",
                        "--set owner.x 'owner' is a text, it has no keys");
    }

    @Test
    void everythingMayComeFromAnswers() {
        ServiceDescription description = new ServiceDescriptionReader()
                .with(
                        "answer",
                        Map.of(
                                "name",
                                "s",
                                "description",
                                "d",
                                "owner",
                                "o",
                                "namespace",
                                "a.b",
                                "path",
                                "java-service"))
                .read("<answers>", "");

        assertThat(description.name().kebab()).isEqualTo("s");
        assertThat(problems(new ServiceDescriptionReader().withoutPath(), "")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFDD0, 0xFFFE, 0x1FFFF,
                0xD800
            })
    void whatMisleadsReadersOrBreaksFilesIsRefusedInADescription(int codePoint) {
        String escaped = "\"ab\\U%08x\"".formatted(codePoint);
        String text = HEAD.replace("Students, courses and who takes what", escaped);

        assertThat(problems(text)).singleElement().asString().startsWith("3:");
    }

    @Test
    void aDescriptionIsOneToFiveHundredCharacters() {
        String start = HEAD.replace("Students, courses and who takes what", "%s");

        assertThat(read(start.formatted("🎓".repeat(500))).description()).hasSize(1_000);
        assertThat(problems(start.formatted("🎓".repeat(501))))
                .containsExactly("3:14 description has 501 characters, more than 500");
        assertThat(problems(start.formatted("' '"))).containsExactly("3:14 description says nothing");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        onlyInvalidInput(text);
    }

    @Property
    void anyTextAsAttributeIsReadOrRefused(@ForAll String text) {
        onlyInvalidInput(withField("type: string, pattern: '" + text.replace("'", "''") + "', example: a"));
        onlyInvalidInput(withField(text));
        onlyInvalidInput(withResources(text));
    }

    private static void onlyInvalidInput(String text) {
        try {
            assertThat(read(text)).isNotNull();
        } catch (InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
