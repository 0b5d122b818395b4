package dev.pave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "student,   student,    student,     Student,        student,    Student,        student, Student",
        "order,     '\"order\"', order,      Order,          order,      Order,          order,   Order",
        "user,      '\"user\"', user,        User,           user,       User,           user,    User",
        "group,     '\"group\"', group,      Group,          group,      Group,          group,   Group",
        "data,      data,       data,        Data,           data,       Data,           data,    Data",
        "class,     class,      classValue,  ClassResource,  classValue, Class,          class_,  Class",
        "default,   '\"default\"', defaultValue, Default,    defaultValue, Default,      default, Default",
        "from,      '\"from\"', from,        From,           from,       From,           from_,   From",
        "select,    '\"select\"', select,    Select,         select,     Select,         select,  Select",
        "self,      self,       self,        Self,           self,       Self,           self_,   Self",
        "type,      type,       type,        Type,           type,       Type,           type_,   Type",
        "value,     value,      value,       ValueResource,  value,      Value,          value,   Value",
        "hash-code, hash_code,  hashCodeValue, HashCode,     hashCode,   HashCode,       hash_code, HashCode",
    })
    void reservedWordsAreWrittenSoThatTheLanguageTakesThem(
            Name name,
            String sql,
            String java,
            String javaType,
            String ts,
            String tsType,
            String python,
            String pythonType) {
        assertThat(Identifiers.sql(name)).isEqualTo(sql);
        assertThat(Identifiers.java(name)).isEqualTo(java);
        assertThat(Identifiers.javaType(name)).isEqualTo(javaType);
        assertThat(Identifiers.typeScript(name)).isEqualTo(ts);
        assertThat(Identifiers.typeScriptType(name)).isEqualTo(tsType);
        assertThat(Identifiers.python(name)).isEqualTo(python);
        assertThat(Identifiers.pythonType(name)).isEqualTo(pythonType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "true", "null", "enum", "goto", "int", "package", "assert", "strictfp"})
    void everyJavaNameIsOneForTheCompiler(String word) {
        Name name = new Name(word);

        assertThat(Stream.of(Identifiers.java(name), Identifiers.javaType(name), Identifiers.javaPackage(name)))
                .allMatch(SourceVersion::isName);
    }

    @Test
    void aTypeDoesNotHideOneOfJavaLang() {
        assertThat(Identifiers.javaType(new Name("thread"))).isEqualTo("ThreadResource");
        assertThat(Identifiers.javaType(new Name("string-builder"))).isEqualTo("StringBuilderResource");
    }

    @Test
    void aLongConstraintIsShortenedAndStaysUnique() {
        String table = "a".repeat(40);

        String one = Identifiers.sqlConstraint(table, "b".repeat(40), "key");
        String other = Identifiers.sqlConstraint(table, "b".repeat(39) + "c", "key");

        assertThat(one).hasSize(63).startsWith(table + "_bbb").isNotEqualTo(other);
        assertThat(Identifiers.sqlConstraint("students", "email", "key")).isEqualTo("students_email_key");
    }

    @Property
    void noConstraintIsLongerThanPostgresqlKeeps(@ForAll @AlphaChars String table, @ForAll @AlphaChars String column) {
        assertThat(Identifiers.sqlConstraint(table, column, "key")).hasSizeLessThanOrEqualTo(63);
    }
}
