package dev.pave.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import java.util.List;
import java.util.Map;

/** Short ways to descriptions for tests. */
final class Descriptions {

    static final String HEAD = """
            pave: 1
            name: student-records
            description: Students, courses and who takes what
            owner: team-registry
            path: java-service
            namespace: edu.example
            """;

    static final String STUDENT_RECORDS = HEAD + """
            personas: all
            features: {add: [istio], remove: []}
            options: {java: 17}
            resources:
              student:
                fields:
                  email:     {type: email, required: true, unique: true}
                  full-name: {type: string, max-length: 200, required: true}
                  born-on:   {type: date}
              course:
                fields:
                  code:  {type: string, max-length: 20, required: true, unique: true}
                  title: {type: string, max-length: 200, required: true}
              enrolment:
                fields:
                  student: {type: reference, to: student, required: true}
                  course:  {type: reference, to: course, required: true}
                  status:  {type: enum, values: [active, completed, withdrawn], default: active, required: true}
                  grade:   {type: decimal, precision: 5, scale: 2, min: 0, max: 100}
                unique: [[student, course]]
            """;

    private Descriptions() {}

    static ServiceDescription read(String text) {
        return new ServiceDescriptionReader().read("pave.yaml", text);
    }

    /** The only field of the only resource, of which the attributes are given as between braces. */
    static Field field(String attributes) {
        return read(withField(attributes)).resources().get(0).fields().get(0);
    }

    /** A description whose only field is at line 10, its first attribute at column 14. */
    static String withField(String attributes) {
        return withResources("""
                thing:
                  fields:
                    size: {%s}
                """.formatted(attributes));
    }

    static String withResources(String resources) {
        return HEAD + "resources:\n" + resources.indent(2);
    }

    /** What is wrong, each as {@code line:column message}. */
    static List<String> problems(String text) {
        return problems(new ServiceDescriptionReader(), text);
    }

    static List<String> problems(ServiceDescriptionReader reader, String text) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> reader.read("pave.yaml", text));
        assertThat(refused).as("is refused").isNotNull();
        return refused.problems().stream()
                .map(p -> place(p.location()) + " " + p.message())
                .toList();
    }

    static Field field(Name name, FieldType type, Map<Attribute, Object> attributes) {
        return new Field(name, type, attributes, Location.of("test"));
    }

    private static String place(Location location) {
        return location.source().equals("pave.yaml") ? location.line() + ":" + location.column() : location.toString();
    }
}
