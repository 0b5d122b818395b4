[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.problem;

[@code.importing [
  "java.net.URI",
  "java.util.List",
  "java.util.Locale",
  "org.springframework.http.HttpStatus",
  "org.springframework.http.HttpStatusCode",
  "org.springframework.http.ProblemDetail"
]]
/** Every kind of problem that the API answers with (RFC 9457). */
public enum Problem {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not valid"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid access token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The access token does not allow this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
[@practice id="http-status-codes"]
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not supported here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No acceptable representation"),
[/@practice]
    ALREADY_EXISTS(HttpStatus.CONFLICT, "The resource already exists"),
    RESOURCE_IN_USE(HttpStatus.CONFLICT, "The resource is in use"),
    CONCURRENT_UPDATE(HttpStatus.CONFLICT, "Another request got in the way"),
[@practice id="conditional-requests"]
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The resource has changed"),
[/@practice]
[@practice id="request-size-limits"]
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large"),
[/@practice]
[@practice id="http-status-codes"]
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported"),
[/@practice]
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "The request body is not valid"),
[@practice id="idempotency-keys"]
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key was used for another request"),
[/@practice]
[@practice id="conditional-requests"]
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "A precondition is required"),
[/@practice]
[@practice id="rate-limiting"]
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
[/@practice]
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service is not available");

    private static final int MAX_ERRORS = 100;

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The first problem with this status; any other client error is a request that cannot be read. */
    static Problem of(HttpStatusCode status) {
        for (Problem problem : values()) {
            if (problem.status.value() == status.value()) {
                return problem;
            }
        }
        return status.is4xxClientError() ? MALFORMED_REQUEST : INTERNAL_ERROR;
    }

    ProblemDetail describe(String detail, List<FieldError> errors) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
[@practice id="error-responses"]
        String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        body.setType(URI.create("[=service.problems]/" + slug));
        body.setTitle(title);
[/@practice]
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors.stream().limit(MAX_ERRORS).toList());
        }
        return body;
    }
}
[/@code.importing]
