package edu.example.studentrecords.enrolments;

import static edu.example.studentrecords.testing.Field.field;

import edu.example.studentrecords.courses.CoursesIT;
import edu.example.studentrecords.students.StudentsIT;
import edu.example.studentrecords.testing.Resource;
import edu.example.studentrecords.testing.ResourceBehaviour;
import java.math.BigDecimal;

public class EnrolmentsIT extends ResourceBehaviour {

    public EnrolmentsIT() {
        super(resource());
    }

    public static Resource resource() {
        return new Resource(
                "enrolments",
                "enrolments",
                field("studentId")
                        .required()
                        .refersTo(StudentsIT::resource)
                        .refuses("1-1-1-1-1", "bad-format"),
                field("courseId")
                        .required()
                        .refersTo(CoursesIT::resource)
                        .refuses("1-1-1-1-1", "bad-format"),
                field("status")
                        .required()
                        .defaultsTo("active")
                        .takes("active", "completed")
                        .refuses("no such value", "not-allowed"),
                field("grade")
                        .takes(new BigDecimal("1"), new BigDecimal("1.01"))
                        .refuses(new BigDecimal("-0.01"), "too-small")
                        .refuses(new BigDecimal("100.01"), "too-large")
                        .refuses(new BigDecimal("1.001"), "too-many-decimals"))
                .unique("studentId", "courseId");
    }
}
