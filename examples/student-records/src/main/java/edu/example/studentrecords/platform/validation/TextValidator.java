package edu.example.studentrecords.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Looks at the length first, so that no pattern meets a very long text. */
public final class TextValidator implements ConstraintValidator<Text, String> {

    private int min;
    private int max;
    private Form form = Form.LINE;
    private Pattern pattern = Pattern.compile("");

    @Override
    public void initialize(Text text) {
        min = text.min();
        max = text.max();
        form = text.form();
        pattern = Pattern.compile(text.pattern());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        int length = value.codePointCount(0, value.length());
        if (length < min) {
            return reject(context, "too-short", min == 1 ? "must not be empty" : "must have at least {min} characters");
        }
        if (length > max) {
            return reject(context, "too-long", "must have at most {max} characters");
        }
        if (!form.matches(value)) {
            return reject(context, form.code, form.message);
        }
        return pattern.matcher(value).matches();
    }

    private static boolean reject(ConstraintValidatorContext context, String code, String message) {
        context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(code);
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }
}
