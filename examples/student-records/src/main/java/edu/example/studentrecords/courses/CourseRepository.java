package edu.example.studentrecords.courses;

import edu.example.studentrecords.platform.resource.ResourceRepository;
import edu.example.studentrecords.platform.resource.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CourseRepository extends ResourceRepository<Course, CourseRequest> {

    CourseRepository(JdbcClient jdbc) {
        super(jdbc, "student_records.courses");
        column("code", CourseRequest::code);
        column("title", CourseRequest::title);
        sortable("code", "code", Values::text, Course::code);
        sortable("title", "title", Values::text, Course::title);
        filterable("code", "code", Values::text);
        filterable("title", "title", Values::text);
        unique("courses_code_key", "code");
        referrer("student_records.enrolments", "course_id");
    }

    @Override
    protected Course map(ResultSet row, int index) throws SQLException {
        return new Course(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("updated_at", OffsetDateTime.class),
                row.getLong("version"));
    }
}
