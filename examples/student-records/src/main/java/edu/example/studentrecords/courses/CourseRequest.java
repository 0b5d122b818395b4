package edu.example.studentrecords.courses;

import edu.example.studentrecords.platform.validation.Text;
import jakarta.validation.constraints.NotNull;

record CourseRequest(
        @NotNull @Text(max = 20) String code,
        @NotNull @Text(max = 200) String title) {}
