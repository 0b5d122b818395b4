[#import "/lib/code.java.ftl" as code]
[#assign renames = resources?filter(resource -> code.renames(resource))?size > 0]
package [=java.package].platform.problem;

[@code.importing [
  "com.fasterxml.jackson.annotation.JsonProperty",
  "io.micrometer.tracing.TraceContext",
  "io.micrometer.tracing.Tracer",
  "jakarta.servlet.RequestDispatcher",
  "jakarta.validation.ConstraintViolation",
  "java.net.URI",
  "java.sql.SQLException",
  "java.util.Arrays",
  "java.util.Comparator",
  "java.util.List",
  "java.util.Map",
  "java.util.Objects",
  "java.util.stream.Collectors",
  "org.hibernate.validator.engine.HibernateConstraintViolation",
  "org.jspecify.annotations.Nullable",
  "org.slf4j.Logger",
  "org.slf4j.LoggerFactory",
  "org.springframework.beans.TypeMismatchException",
  "org.springframework.dao.DataAccessException",
  "org.springframework.http.HttpHeaders",
  "org.springframework.http.HttpStatusCode",
  "org.springframework.http.MediaType",
  "org.springframework.http.ProblemDetail",
  "org.springframework.http.ResponseEntity",
  "org.springframework.http.converter.HttpMessageNotReadableException",
  "org.springframework.security.access.AccessDeniedException",
  "org.springframework.security.authentication.AuthenticationServiceException",
  "org.springframework.security.core.AuthenticationException",
  "org.springframework.security.oauth2.jwt.JwtDecoderInitializationException",
  "org.springframework.transaction.TransactionException",
  "org.springframework.validation.ObjectError",
  "org.springframework.web.bind.MethodArgumentNotValidException",
  "org.springframework.web.bind.MissingRequestHeaderException",
  "org.springframework.web.bind.ServletRequestBindingException",
  "org.springframework.web.bind.annotation.ExceptionHandler",
  "org.springframework.web.bind.annotation.RestControllerAdvice",
  "org.springframework.web.context.request.ServletWebRequest",
  "org.springframework.web.context.request.WebRequest",
  "org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler",
  "tools.jackson.core.JacksonException",
  "tools.jackson.core.exc.InputCoercionException",
  "tools.jackson.databind.DatabindException",
  "tools.jackson.databind.exc.InvalidFormatException",
  "tools.jackson.databind.exc.UnrecognizedPropertyException"
]]
/** Turns every exception into a problem that tells the client what to do, and nothing about the inside. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "Min", "too-small",
            "DecimalMin", "too-small",
            "Max", "too-large",
            "DecimalMax", "too-large"[#if uses.decimal??],
            "MaxDecimals", "too-many-decimals"[/#if]);

[@practice id="distributed-traces"]
    private final Tracer tracer;

    ProblemHandler(Tracer tracer) {
        this.tracer = tracer;
    }

[/@practice]
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                exception instanceof ProblemException known ? known.getBody() : describe(Problem.of(status));
        problem.setInstance(instance((ServletWebRequest) request));
[@practice id="distributed-traces"]
        TraceContext trace = tracer.currentTraceContext().context();
        if (trace != null) {
            problem.setProperty("traceId", trace.traceId());
        }
[/@practice]
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
[@practice id="error-responses"]
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
[/@practice]
                .body(problem);
    }

    /** One slash at the start, because two would announce a host. */
    private static URI instance(ServletWebRequest request) {
        Object failed = request.getRequest().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequest().getRequestURI() : failed.toString();
        return URI.create(path.replaceFirst("^/+", "/"));
    }

    private static ProblemDetail describe(Problem problem) {
        return problem.describe(problem.title() + ".", List.of());
    }

    private ResponseEntity<Object> answer(ProblemException exception, WebRequest request) {
        return handleExceptionInternal(exception, null, exception.getHeaders(), exception.getStatusCode(), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = exception.getAllErrors().stream()
                .map(ProblemHandler::fieldError)
                .sorted(Comparator.comparing(FieldError::property).thenComparing(FieldError::code))
                .toList();
        return answer(ProblemException.invalidBody(errors), request);
    }

    private static FieldError fieldError(ObjectError error) {
        ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
        HibernateConstraintViolation<?> details = violation.unwrap(HibernateConstraintViolation.class);
        String code = details.getDynamicPayload(String.class);
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(
                [#if renames]jsonName(violation)[#else]violation.getPropertyPath().toString()[/#if],
                code != null ? code : CODES.getOrDefault(constraint, "bad-format"),
                constraint.equals("NotNull") ? "is required" : violation.getMessage());
    }

[#if renames]
    /** A component of a record may be called otherwise in JSON, because its name there is a word of Java. */
    private static String jsonName(ConstraintViolation<?> violation) {
        String component = violation.getPropertyPath().toString();
        return Arrays.stream(violation.getRootBeanClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(component))
                .map(candidate -> candidate.getAccessor().getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .map(JsonProperty::value)
                .findFirst()
                .orElse(component);
    }

[/#if]
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (exception.getCause() instanceof JacksonException cause
                && (cause instanceof DatabindException || cause instanceof InputCoercionException)
                && !cause.getPath().isEmpty()) {
            return answer(ProblemException.invalidBody(List.of(fieldError(cause))), request);
        }
        return answer(
                new ProblemException(
                        Problem.MALFORMED_REQUEST,
                        "The request body is not a well-formed JSON object with unique property names."),
                request);
    }

    private static FieldError fieldError(JacksonException cause) {
        String property = cause.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/"));
        if (cause instanceof UnrecognizedPropertyException) {
            return new FieldError(property, "unknown-property", "is not a property of this resource");
        }
        if (cause instanceof InputCoercionException overflow) {
            return overflow.getOriginalMessage().startsWith("Numeric value (-")
                    ? new FieldError(property, "too-small", "is too small")
                    : new FieldError(property, "too-large", "is too large");
        }
        if (cause instanceof InvalidFormatException format && format.getValue() instanceof String) {
            Class<?> target = format.getTargetType();
            if (target.isEnum()) {
                return new FieldError(property, "not-allowed", "is not one of the allowed values");
            }
            if (!Number.class.isAssignableFrom(target) && target != Boolean.class) {
                return new FieldError(property, "bad-format", "is not in the expected format");
            }
        }
        return new FieldError(property, "wrong-type", "is of the wrong type");
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                ProblemException.invalidParameter(
                        String.valueOf(exception.getPropertyName()), "bad-format", "is not in the expected format"),
                request);
    }

[@practice id="conditional-requests"]
    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (exception instanceof MissingRequestHeaderException missing) {
            return answer(
                    new ProblemException(
                            Problem.PRECONDITION_REQUIRED,
                            "Send the header " + missing.getHeaderName() + " with the ETag of the last answer."),
                    request);
        }
        return super.handleServletRequestBindingException(exception, headers, status, request);
    }

[/@practice]
    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException exception, WebRequest request) {
        return answer(
                new ProblemException(Problem.UNAUTHENTICATED, "The access token is missing or not valid."), request);
    }

[@practice id="operation-scopes"]
    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException exception, WebRequest request) {
        return answer(
                new ProblemException(Problem.FORBIDDEN, "The access token lacks the scope for this operation.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""),
                request);
    }

[/@practice]
[@practice id="jwt-authentication"]
    @ExceptionHandler({AuthenticationServiceException.class, JwtDecoderInitializationException.class})
    ResponseEntity<Object> issuerUnavailable(RuntimeException exception, WebRequest request) {
        log.error("The access token could not be checked", exception);
        return answer(unavailable(), request);
    }

[/@practice]
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> database(RuntimeException exception, WebRequest request) {
        String state = sqlState(exception);
        if (state.startsWith("40") || state.equals("55P03")) {
            return answer(
                    new ProblemException(
                            Problem.CONCURRENT_UPDATE, "The resource is being changed by another request; try again."),
                    request);
        }
        if (state.isEmpty() || state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
            log.error("The database is not available", exception);
            return answer(unavailable(), request);
        }
        return unexpected(exception, request);
    }

    /** The SQLSTATE of the first cause that has one; without one the database did not answer at all. */
    private static String sqlState(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && failure.getSQLState() != null) {
                return failure.getSQLState();
            }
        }
        return "";
    }

    private static ProblemException unavailable() {
        return new ProblemException(Problem.UNAVAILABLE, "Please try again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, "5");
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception exception, WebRequest request) {
        log.error("The request failed", exception);
        return answer(new ProblemException(Problem.INTERNAL_ERROR, "Please report the trace id."), request);
    }
}
[/@code.importing]
