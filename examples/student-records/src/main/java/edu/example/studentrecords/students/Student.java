package edu.example.studentrecords.students;

import com.fasterxml.jackson.annotation.JsonIgnore;
import edu.example.studentrecords.platform.resource.Resource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record Student(
        UUID id,
        String email,
        String fullName,
        @Nullable LocalDate bornOn,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @JsonIgnore long version)
        implements Resource {}
