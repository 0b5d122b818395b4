package edu.example.studentrecords.courses;

import com.fasterxml.jackson.annotation.JsonIgnore;
import edu.example.studentrecords.platform.resource.Resource;
import java.time.OffsetDateTime;
import java.util.UUID;

record Course(
        UUID id,
        String code,
        String title,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @JsonIgnore long version)
        implements Resource {}
