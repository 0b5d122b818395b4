package [=java.package].platform.resource;

import java.util.regex.Pattern;

/** The name that a client gives to one request, so that it can be sent twice without harm. */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    /** Reads the header {@code Idempotency-Key}. */
    public static IdempotencyKey valueOf(String header) {
        if (!FORM.matcher(header).matches()) {
            throw new IllegalArgumentException("not an idempotency key");
        }
        return new IdempotencyKey(header);
    }
}
