package dev.pave.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

    @Test
    void aNameHasAllForms() {
        Name name = new Name("academic-year-2");

        assertThat(name.snake()).isEqualTo("academic_year_2");
        assertThat(name.camel()).isEqualTo("academicYear2");
        assertThat(name.pascal()).isEqualTo("AcademicYear2");
        assertThat(name.constant()).isEqualTo("ACADEMIC_YEAR_2");
        assertThat(name.flat()).isEqualTo("academicyear2");
        assertThat(name.words()).isEqualTo("academic year 2");
        assertThat(name.title()).isEqualTo("Academic year 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "a-",
                "-a",
                "a--b",
                "2a",
                "A",
                "a_b",
                "a b",
                "é",
                "a\n",
                "ａ",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx"
            })
    void whatIsNoNameIsRefused(String text) {
        assertThat(Name.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Name(text));
    }

    @Property
    void theRuleIsTheOneOfTheSchema(@ForAll @AlphaChars @NumericChars @Chars({'-', '_', '\n'}) String text) {
        assertThat(Name.parse(text).isPresent())
                .isEqualTo(
                        text.length() <= Name.LONGEST && text.matches(Name.FORM.substring(0, Name.FORM.length() - 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "student, students",
        "academic-year, academic-years",
        "category, categories",
        "person, people",
        "sales-person, sales-people",
        "child, children",
        "class, classes",
        "address, addresses",
        "status, statuses",
        "analysis, analyses",
        "order, orders",
        "user, users",
        "group, groups",
        "data, data",
        "meta-data, meta-data",
        "equipment, equipment",
        "series, series",
        "news, news",
        "staff, staff",
        "v2, v2s",
        "plan-b, plan-bs",
    })
    void thePluralFollowsEnglish(String name, String plural) {
        assertThat(new Name(name).plural()).isEqualTo(new Name(plural));
    }

    @Test
    void aServiceIsNoSchemaOfPostgresql() {
        assertThat(ServiceName.of("student-records").snake()).isEqualTo("student_records");
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceName.of("pg-tools"));
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceName.of("public"));
    }

    @Test
    void aNamespaceIsADomainBackwards() {
        assertThat(new Namespace("edu.example").domain()).isEqualTo("example.edu");
        assertThat(new Namespace("edu.example").parts()).containsExactly("edu", "example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "edu..example", "edu.", "edu.new", "edu.Example", "edu.my-school", "2.a", "edu/example"})
    void aNamespaceIsAJavaPackage(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Namespace(text));
    }
}
