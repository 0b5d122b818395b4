package dev.pave.spec;

import static dev.pave.spec.Descriptions.problems;
import static dev.pave.spec.Descriptions.read;
import static dev.pave.spec.Descriptions.withResources;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceRulesTest {

    @Test
    void rowsThatNeedEachOtherFirstAreRefused() {
        assertThat(problems(withResources("""
                a: {fields: {b: {type: reference, to: b, required: true}}}
                b: {fields: {c: {type: reference, to: c, required: true}}}
                c: {fields: {a: {type: reference, to: a, required: true}}}
                d: {fields: {self: {type: reference, to: d, required: true}}}
                """)))
                .containsExactly(
                        "8:16 no 'a' could ever be created: it requires 'b' to 'b', then 'c' to 'c', then 'a' to 'a', which would have to be there first",
                        "11:16 no 'd' could ever be created: it requires 'self' to 'd', which would have to be there first");
    }

    @Test
    void optionalCyclesAndSelfReferencesAreFine() {
        assertThat(read(withResources("""
                a: {fields: {b: {type: reference, to: b, required: true}}}
                b: {fields: {a: {type: reference, to: a}, parent: {type: reference, to: b}}}
                """)).resources()).hasSize(2);
    }

    @Test
    void anUnknownResourceIsNamedWithTheNearest() {
        assertThat(problems(withResources("""
                student: {fields: {friend: {type: reference, to: studnet}}}
                """)))
                .containsExactly("8:22 'friend' refers to an unknown resource 'studnet'");
    }

    @Test
    void aFaultyResourceIsNotReportedAsUnknownToo() {
        assertThat(problems(withResources("""
                a: {fields: {b: {type: reference, to: b}}}
                b: {fields: {}}
                """))).containsExactly("9:15 the resource 'b' has 0 fields");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a-bc: {fields: {x: {type: date}}}\\nab-c: {fields: {x: {type: date}}}          | the resources 'a-bc' and 'ab-c' become the same type
            class: {fields: {x: {type: date}}}\\nclass-resource: {fields: {x: {type: date}}} | the resources 'class' and 'class-resource' become the same type
            mouse: {plural: mice, fields: {x: {type: date}}}\\nice: {plural: mice, fields: {x: {type: date}}} | the resources 'mouse' and 'ice' have the same plural
            item: {fields: {x: {type: date}}}\\nitems: {fields: {x: {type: date}}}          | the plural of 'item' is the resource 'items'
            idempotency-key: {fields: {x: {type: date}}}                                  | the repository has 'idempotency-keys' of its own
            Student: {fields: {x: {type: date}}}                                          | a resource cannot be 'Student'
            a: {field: {x: {type: date}}, fields: {x: {type: date}}}                      | unknown key 'field' in the resource 'a'
            """)
    void namesThatCollideAreRefused(String resources, String message) {
        assertThat(problems(withResources(resources.replace("\\n", "\n"))))
                .singleElement()
                .asString()
                .endsWith(" " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "created-at", "updated-at", "deleted-at", "version", "xmin", "tableoid"})
    void aFieldCannotTakeANameThatTheTableHasAlready(String name) {
        assertThat(problems(withResources("a: {fields: {" + name + ": {type: string}}}")))
                .singleElement()
                .asString()
                .startsWith("8:16 a field cannot be called '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b: {type: reference, to: a}, b-id: {type: uuid}",
                "line-1: {type: string}, line1: {type: string}",
                "class: {type: string}, class-value: {type: string}"
            })
    void fieldsThatBecomeOneNameAreRefused(String fields) {
        assertThat(problems(withResources("a: {fields: {" + fields + "}}")))
                .singleElement()
                .asString()
                .contains("become the same name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[x]]            | a combination has two fields or more
            [[x, z]]         | the resource 'a' has no field 'z'
            [[x, x]]         | 'x' is listed twice
            [[x, y], [y, x]] | the same combination is listed twice
            [[x, t]]         | 't' cannot be unique, it is of type text
            [x]              | a combination in unique must be a list, this is a text
            [[u, v]]         | values of up to 4096 bytes are too long for a unique index of PostgreSQL
            """)
    void aUniqueCombinationIsOfFieldsThatCanBeCompared(String unique, String message) {
        assertThat(problems(withResources("""
                a:
                  fields: {x: {type: date}, y: {type: date}, t: {type: text}, u: {type: uri}, v: {type: uri}}
                  unique: %s
                """.formatted(unique))))
                .singleElement()
                .asString()
                .endsWith(" " + message);
    }

    @Test
    void thereIsALimitToResourcesAndFields() {
        String fields =
                IntStream.range(0, 61).mapToObj(i -> "f" + i + ": {type: date}").collect(joining(", "));
        String resources = IntStream.range(0, 51)
                .mapToObj(i -> "r" + i + "x: {fields: {a: {type: date}}}")
                .collect(joining("\n"));

        assertThat(problems(withResources("a: {fields: {" + fields + "}}")))
                .containsExactly("8:15 the resource 'a' has 61 fields");
        assertThat(problems(withResources(resources))).containsExactly("8:3 there are 51 resources");
    }

    @Test
    void aReferenceLeavesRoomForItsId() {
        assertThat(problems(withResources("a: {fields: {" + "x".repeat(38) + ": {type: reference, to: a}}}")))
                .singleElement()
                .asString()
                .contains("longer than 40");
    }

    @Test
    void aNameWhosePluralIsTooLongNeedsOne() {
        String name = "x".repeat(40);

        assertThat(problems(withResources(name + ": {fields: {a: {type: date}}}")))
                .singleElement()
                .asString()
                .contains("plural");
        assertThat(read(withResources(name + ": {plural: xs, fields: {a: {type: date}}}"))
                        .resources())
                .hasSize(1);
    }
}
