package edu.example.studentrecords.students;

import static edu.example.studentrecords.testing.Field.field;

import edu.example.studentrecords.testing.Resource;
import edu.example.studentrecords.testing.ResourceBehaviour;

public class StudentsIT extends ResourceBehaviour {

    public StudentsIT() {
        super(resource());
    }

    public static Resource resource() {
        return new Resource(
                "students",
                "students",
                field("email")
                        .required()
                        .takes("email-1@example.org", "email-2@example.org")
                        .refuses("name.example.org", "bad-format")
                        .refuses("x".repeat(255), "too-long"),
                field("fullName")
                        .required()
                        .takes("Full name 1", "Full name 2")
                        .refuses("", "too-short")
                        .refuses("x".repeat(201), "too-long")
                        .refuses("\u0007", "control-character"),
                field("bornOn")
                        .takes("2000-01-01", "2000-01-02")
                        .refuses("2026-02-30", "bad-format"))
                .unique("email");
    }
}
