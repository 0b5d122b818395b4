package edu.example.studentrecords.platform.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.util.List;
import org.hibernate.validator.engine.HibernateConstraintViolation;

final class Violations {

    private Violations() {}

    /** The codes that the violations carry for the client; {@code null} stands for one without a code of its own. */
    static List<String> codes(Object request) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(request).stream().map(Violations::code).toList();
        }
    }

    private static String code(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> details = violation.unwrap(HibernateConstraintViolation.class);
        return String.valueOf(details.getDynamicPayload(String.class));
    }
}
