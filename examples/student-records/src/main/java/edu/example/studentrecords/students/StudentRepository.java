package edu.example.studentrecords.students;

import edu.example.studentrecords.platform.resource.ResourceRepository;
import edu.example.studentrecords.platform.resource.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StudentRepository extends ResourceRepository<Student, StudentRequest> {

    StudentRepository(JdbcClient jdbc) {
        super(jdbc, "student_records.students");
        column("email", StudentRequest::email);
        column("full_name", StudentRequest::fullName);
        column("born_on", StudentRequest::bornOn);
        sortable("email", "email", Values::text, Student::email);
        sortable("fullName", "full_name", Values::text, Student::fullName);
        filterable("email", "email", Values::text);
        filterable("fullName", "full_name", Values::text);
        filterable("bornOn", "born_on", Values::date);
        unique("students_email_key", "email");
        referrer("student_records.enrolments", "student_id");
    }

    @Override
    protected Student map(ResultSet row, int index) throws SQLException {
        return new Student(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("full_name"),
                row.getObject("born_on", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("updated_at", OffsetDateTime.class),
                row.getLong("version"));
    }
}
