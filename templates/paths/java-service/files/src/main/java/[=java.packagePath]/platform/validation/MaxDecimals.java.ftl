package [=java.package].platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal with at most so many places after the point; zeros at the end do not count. */
@Constraint(validatedBy = MaxDecimals.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxDecimals {

    int value();

    String message() default "must have at most {value} decimal places";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<MaxDecimals, BigDecimal> {

        private int max;

        @Override
        public void initialize(MaxDecimals constraint) {
            max = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable BigDecimal value, ConstraintValidatorContext context) {
            return value == null || value.stripTrailingZeros().scale() <= max;
        }
    }
}
