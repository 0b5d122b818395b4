package edu.example.studentrecords.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text with a length in characters (code points, not Java's chars) and without control characters. */
@Constraint(validatedBy = TextValidator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    Form form() default Form.LINE;

    int min() default 1;

    int max();

    /** A pattern of the whole text. */
    String pattern() default "(?s).*";

    String message() default "is not in the expected format";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
