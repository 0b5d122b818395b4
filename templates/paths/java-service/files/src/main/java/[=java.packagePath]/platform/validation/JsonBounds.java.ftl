[#import "/lib/code.java.ftl" as code]
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
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of a size and depth that every reader can take. */
@Constraint(validatedBy = JsonBounds.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface JsonBounds {

    String message() default "must be a JSON object within the bounds of the API";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<JsonBounds, ObjectNode> {

        private static final int MAX_BYTES = 12_288;
        private static final int MAX_DEPTH = 8;
        private static final int MAX_ELEMENTS = 100;
        private static final int MAX_NAME_LENGTH = 64;
        private static final int MAX_TEXT_LENGTH = 4_000;
        /** Whole numbers up to this are exact in every reader. */
        private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf((1L << 53) - 1);

        @Override
        public boolean isValid(@Nullable ObjectNode value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            String code = "";
            if (isTooDeep(value, 1)) {
                code = "too-deep";
            } else if (value.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                code = "too-long";
            } else if (!isWithinBounds(value)) {
                code = "bad-format";
            }
            context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(code);
            return code.isEmpty();
        }

        private static boolean isTooDeep(JsonNode node, int depth) {
            return node.isContainer()
                    && (depth > MAX_DEPTH || children(node).anyMatch(child -> isTooDeep(child, depth + 1)));
        }

        private static boolean isWithinBounds(JsonNode node) {
            if (node.isContainer()) {
                return node.size() <= MAX_ELEMENTS
                        && node.propertyNames().stream().allMatch(name -> isText(name, Form.LINE, 1, MAX_NAME_LENGTH))
                        && children(node).allMatch(Validator::isWithinBounds);
            }
            if (node.isNumber()) {
                double number = node.doubleValue();
                return Double.isFinite(number) && BigDecimal.valueOf(number).abs().compareTo(MAX_NUMBER) <= 0;
            }
            return !node.isString() || isText(node.stringValue(), Form.TEXT, 0, MAX_TEXT_LENGTH);
        }

        private static boolean isText(String text, Form form, int min, int max) {
            int length = text.codePointCount(0, text.length());
            return length >= min && length <= max && form.matches(text);
        }

        private static Stream<JsonNode> children(JsonNode node) {
            return node.values().stream();
        }
    }
}
