package dev.pave.plan;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ResourceModelTest {

    private static final String HEAD = MINIMAL.substring(0, MINIMAL.indexOf("resources:"));

    private static final String ENROLMENTS = HEAD + """
            resources:
              enrolment:
                fields:
                  student: {type: reference, to: student, required: true}
                  course:  {type: reference, to: course, required: true}
                  status:  {type: enum, values: [active, on-leave], default: active, required: true}
                  grade:   {type: decimal, precision: 5, scale: 2, min: 0, max: 100}
                unique: [[student, course]]
              student:
                fields:
                  email:     {type: email, required: true, unique: true}
                  full-name: {type: string, max-length: 200, required: true}
              course:
                fields:
                  code: {type: string, max-length: 20, required: true, unique: true}
                  notes: {type: text, max-length: 2000}
            """;

    @Test
    void aNameIsThereInEveryForm() {
        assertThat(at(ENROLMENTS, "resources", 1, "fields", 1, "name"))
                .isEqualTo(Map.of(
                        "kebab", "full-name",
                        "snake", "full_name",
                        "camel", "fullName",
                        "pascal", "FullName",
                        "constant", "FULL_NAME",
                        "flat", "fullname",
                        "words", "full name",
                        "title", "Full name"));
    }

    @Test
    void resourcesKeepTheOrderOfTheDescription() {
        assertThat(names(at(ENROLMENTS, "resources"))).containsExactly("enrolment", "student", "course");
    }

    @Test
    void theParentsOfRequiredReferencesAreInsertedFirst() {
        assertThat(names(at(ENROLMENTS, "resourcesInInsertOrder"))).containsExactly("student", "course", "enrolment");
    }

    @Test
    void anOptionalReferenceDoesNotChangeTheOrder() {
        assertThat(names(
                        at(ENROLMENTS.replace("to: student, required: true", "to: student"), "resourcesInInsertOrder")))
                .containsExactly("course", "enrolment", "student");
    }

    @Test
    void aCycleWithAnOptionalReferenceIsInsertedFromItsRequiredEnd() {
        assertThat(names(at(HEAD + """
                        resources:
                          chapter:
                            fields: {book: {type: reference, to: book, required: true}}
                          book:
                            fields: {opening: {type: reference, to: chapter}}
                        """, "resourcesInInsertOrder"))).containsExactly("book", "chapter");
    }

    @Test
    void aReferenceToItselfDoesNotKeepAResourceFromBeingInserted() {
        String text = HEAD + """
                resources:
                  employee:
                    fields: {manager: {type: reference, to: employee}}
                """;

        assertThat(names(at(text, "resourcesInInsertOrder"))).containsExactly("employee");
        assertThat(at(text, "resources", 0, "referencedBy", 0, "field", "column"))
                .isEqualTo("manager_id");
    }

    @Test
    void aReferenceKnowsWhatIsAtItsOtherEnd() {
        assertThat(at(ENROLMENTS, "resources", 0, "references", 0, "to", "table"))
                .isEqualTo("students");
        assertThat(at(ENROLMENTS, "resources", 0, "references", 0, "to", "path"))
                .isEqualTo("/api/v1/students");
        assertThat(at(ENROLMENTS, "resources", 0, "references", 0, "json")).isEqualTo("studentId");
        assertThat(at(ENROLMENTS, "resources", 0, "references", 0, "column")).isEqualTo("student_id");
    }

    @Test
    void aResourceKnowsWhoRefersToIt() {
        assertThat(at(ENROLMENTS, "resources", 1, "referencedBy", 0, "resource", "name", "kebab"))
                .isEqualTo("enrolment");
        assertThat(at(ENROLMENTS, "resources", 1, "referencedBy", 0, "field", "required"))
                .isEqualTo(true);
        assertThat((List<?>) at(ENROLMENTS, "resources", 0, "referencedBy")).isEmpty();
    }

    @Test
    void combinationsAndSingleUniqueFieldsAreListedTogetherAndApart() {
        assertThat(names(at(ENROLMENTS, "resources", 0, "unique", 0))).containsExactly("student", "course");
        assertThat((List<?>) at(ENROLMENTS, "resources", 1, "unique")).isEmpty();
        assertThat(names(at(ENROLMENTS, "resources", 1, "uniques", 0))).containsExactly("email");
    }

    @Test
    void whatCanBeLongTextIsNeitherSortedNorFiltered() {
        assertThat(names(at(ENROLMENTS, "resources", 2, "sortable"))).containsExactly("code");
        assertThat(names(at(ENROLMENTS, "resources", 2, "filterable"))).containsExactly("code");
    }

    @Test
    void aFieldCarriesTheLimitsThatItHasAndNoOthers() {
        assertThat(at(ENROLMENTS, "resources", 0, "fields", 3))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsKeys("precision", "scale", "min", "max")
                .doesNotContainKeys("maxLength", "pattern", "default", "values", "to");
    }

    @Test
    void anEnumsValuesHaveTheFormsOfWireCodeAndPeople() {
        assertThat(at(ENROLMENTS, "resources", 0, "fields", 2, "values", 1))
                .isEqualTo(Map.of("wire", "on-leave", "constant", "ON_LEAVE", "title", "On leave"));
        assertThat(at(ENROLMENTS, "resources", 0, "fields", 2, "default")).isEqualTo("active");
    }

    @Test
    void theTypeTableIsFilledFromTheField() {
        Plan plan = generate(ENROLMENTS).with("types.yaml", """
                        decimal: {sql: "numeric({precision}, {scale})"}
                        string: {sql: "varchar({maxLength})"}
                        enum: {java: "{Enum}"}
                        reference: {java: "{to}Id"}
                        """).plan();

        assertThat(at(plan, "resources", 0, "fields", 3, "types", "sql")).isEqualTo("numeric(5, 2)");
        assertThat(at(plan, "resources", 1, "fields", 1, "types", "sql")).isEqualTo("varchar(200)");
        assertThat(at(plan, "resources", 0, "fields", 2, "types", "java")).isEqualTo("EnrolmentStatus");
        assertThat(at(plan, "resources", 0, "fields", 0, "types", "java")).isEqualTo("StudentId");
    }

    @Test
    void theValidSamplesOfAUniqueFieldAreDistinct() {
        List<?> samples = (List<?>) at(ENROLMENTS, "resources", 1, "fields", 0, "samples", "valid");

        assertThat(new HashSet<>(samples)).hasSameSizeAs(samples).hasSize(6);
        assertThat(at(ENROLMENTS, "resources", 1, "fields", 0, "samples", "distinct"))
                .isEqualTo(6);
    }

    @Test
    void theSamplesSayHowManyOfThemDiffer() {
        List<?> samples = (List<?>) at(ENROLMENTS, "resources", 0, "fields", 2, "samples", "valid");

        assertThat(new HashSet<>(samples))
                .hasSize((int) at(ENROLMENTS, "resources", 0, "fields", 2, "samples", "distinct"));
    }

    @Test
    void theServiceIsNamedForEveryPlace() {
        assertThat(at(ENROLMENTS, "service", "schema")).isEqualTo("student_records");
        assertThat(at(ENROLMENTS, "service", "host")).isEqualTo("student-records.example.edu");
        assertThat(at(ENROLMENTS, "service", "problems")).isEqualTo("https://student-records.example.edu/problems");
        assertThat(at(ENROLMENTS, "namespace"))
                .isEqualTo(Map.of("name", "edu.example", "domain", "example.edu", "scope", "@example"));
        assertThat(at(ENROLMENTS, "java"))
                .isEqualTo(Map.of(
                        "package", "edu.example.studentrecords",
                        "packagePath", "edu/example/studentrecords",
                        "application", "StudentRecordsApplication"));
    }

    private static Object at(String description, Object... steps) {
        return at(generate(description).plan(), steps);
    }

    /** The value in the model at these keys and indexes. */
    private static Object at(Plan plan, Object... steps) {
        Object at = plan.model();
        for (Object step : steps) {
            Object next = step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step);
            assertThat(next).as("%s in %s", step, at).isNotNull();
            at = next;
        }
        return at;
    }

    private static List<Object> names(Object models) {
        return ((List<?>) models)
                .stream()
                        .<Object>map(model ->
                                Placeholders.lookUp("name.kebab", asMap(model)).orElseThrow())
                        .toList();
    }

    @SuppressWarnings("unchecked") // the keys of the model are texts
    private static Map<String, Object> asMap(Object model) {
        return (Map<String, Object>) model;
    }
}
