package edu.example.studentrecords.testing;

import edu.example.studentrecords.courses.CoursesIT;
import edu.example.studentrecords.enrolments.EnrolmentsIT;
import edu.example.studentrecords.students.StudentsIT;
import java.util.List;

/** The resources of the service, for tests of what holds for all of them. */
public final class Resources {

    private Resources() {}

    public static List<Resource> all() {
        return List.of(
                StudentsIT.resource(),
                CoursesIT.resource(),
                EnrolmentsIT.resource());
    }

    /** Any one, for tests to which it does not matter which. */
    public static Resource any() {
        return all().get(0);
    }
}
