package edu.example.studentrecords.enrolments;

import edu.example.studentrecords.platform.validation.MaxDecimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record EnrolmentRequest(
        @NotNull UUID studentId,
        @NotNull UUID courseId,
        Enrolment.@Nullable Status status,
        @DecimalMin("0") @DecimalMax("100") @MaxDecimals(2) @Nullable BigDecimal grade) {

    EnrolmentRequest {
        status = Objects.requireNonNullElse(status, Enrolment.Status.ACTIVE);
    }
}
