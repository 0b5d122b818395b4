package edu.example.studentrecords.students;

import edu.example.studentrecords.platform.validation.Form;
import edu.example.studentrecords.platform.validation.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record StudentRequest(
        @NotNull @Text(form = Form.EMAIL, min = 6, max = 254) String email,
        @NotNull @Text(max = 200) String fullName,
        @Nullable LocalDate bornOn) {}
