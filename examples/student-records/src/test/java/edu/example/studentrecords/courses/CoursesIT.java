package edu.example.studentrecords.courses;

import static edu.example.studentrecords.testing.Field.field;

import edu.example.studentrecords.testing.Resource;
import edu.example.studentrecords.testing.ResourceBehaviour;

public class CoursesIT extends ResourceBehaviour {

    public CoursesIT() {
        super(resource());
    }

    public static Resource resource() {
        return new Resource(
                "courses",
                "courses",
                field("code")
                        .required()
                        .takes("Code 1", "Code 2")
                        .refuses("", "too-short")
                        .refuses("x".repeat(21), "too-long")
                        .refuses("\u0007", "control-character"),
                field("title")
                        .required()
                        .takes("Title 1", "Title 2")
                        .refuses("", "too-short")
                        .refuses("x".repeat(201), "too-long")
                        .refuses("\u0007", "control-character"))
                .unique("code");
    }
}
