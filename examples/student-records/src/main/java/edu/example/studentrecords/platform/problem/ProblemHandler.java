package edu.example.studentrecords.platform.problem;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.RequestDispatcher;
import jakarta.validation.ConstraintViolation;
import java.net.URI;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns every exception into a problem that tells the client what to do, and nothing about the inside. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "Min", "too-small",
            "DecimalMin", "too-small",
            "Max", "too-large",
            "DecimalMax", "too-large",
            "MaxDecimals", "too-many-decimals");

    private final Tracer tracer;

    ProblemHandler(Tracer tracer) {
        this.tracer = tracer;
    }

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
        TraceContext trace = tracer.currentTraceContext().context();
        if (trace != null) {
            problem.setProperty("traceId", trace.traceId());
        }
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
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
                violation.getPropertyPath().toString(),
                code != null ? code : CODES.getOrDefault(constraint, "bad-format"),
                constraint.equals("NotNull") ? "is required" : violation.getMessage());
    }

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

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException exception, WebRequest request) {
        return answer(
                new ProblemException(Problem.UNAUTHENTICATED, "The access token is missing or not valid."), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException exception, WebRequest request) {
        return answer(
                new ProblemException(Problem.FORBIDDEN, "The access token lacks the scope for this operation.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""),
                request);
    }

    @ExceptionHandler({AuthenticationServiceException.class, JwtDecoderInitializationException.class})
    ResponseEntity<Object> issuerUnavailable(RuntimeException exception, WebRequest request) {
        log.error("The access token could not be checked", exception);
        return answer(unavailable(), request);
    }

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
