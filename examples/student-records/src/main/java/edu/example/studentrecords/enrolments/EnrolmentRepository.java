package edu.example.studentrecords.enrolments;

import edu.example.studentrecords.platform.resource.ResourceRepository;
import edu.example.studentrecords.platform.resource.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EnrolmentRepository extends ResourceRepository<Enrolment, EnrolmentRequest> {

    EnrolmentRepository(JdbcClient jdbc) {
        super(jdbc, "student_records.enrolments");
        column("student_id", EnrolmentRequest::studentId);
        column("course_id", EnrolmentRequest::courseId);
        column("status", EnrolmentRequest::status);
        column("grade", EnrolmentRequest::grade);
        filterable("studentId", "student_id", Values::uuid);
        filterable("courseId", "course_id", Values::uuid);
        filterable("status", "status", Values.oneOf(Enrolment.Status.class));
        filterable("grade", "grade", Values::decimal);
        unique("enrolments_student_id_course_id_key", "studentId", "courseId");
        reference("studentId", "student_records.students", EnrolmentRequest::studentId);
        reference("courseId", "student_records.courses", EnrolmentRequest::courseId);
    }

    @Override
    protected Enrolment map(ResultSet row, int index) throws SQLException {
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("course_id", UUID.class),
                Values.oneOf(Enrolment.Status.class).apply(row.getString("status")),
                row.getBigDecimal("grade"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("updated_at", OffsetDateTime.class),
                row.getLong("version"));
    }
}
