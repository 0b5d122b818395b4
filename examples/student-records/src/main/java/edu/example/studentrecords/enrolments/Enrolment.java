package edu.example.studentrecords.enrolments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import edu.example.studentrecords.platform.resource.Resource;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record Enrolment(
        UUID id,
        UUID studentId,
        UUID courseId,
        Status status,
        @Nullable BigDecimal grade,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @JsonIgnore long version)
        implements Resource {

    enum Status {
        ACTIVE("active"),
        COMPLETED("completed"),
        WITHDRAWN("withdrawn");

        private final String value;

        Status(String value) {
            this.value = value;
        }

        @Override
        @JsonValue
        public String toString() {
            return value;
        }
    }
}
