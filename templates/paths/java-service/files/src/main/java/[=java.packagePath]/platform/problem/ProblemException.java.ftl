package [=java.package].platform.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.ErrorResponseException;

/** Ends a request with a problem. */
public final class ProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public ProblemException(Problem problem, String detail, List<FieldError> errors) {
        super(problem.status(), problem.describe(detail, errors), null);
    }

    public ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    public static ProblemException invalidParameter(String name, String code, String message) {
        return new ProblemException(
                Problem.INVALID_PARAMETER,
                "The parameter " + name + " " + message + ".",
                List.of(new FieldError(name, code, message)));
    }

    public static ProblemException invalidBody(List<FieldError> errors) {
        String properties = errors.stream().map(FieldError::property).distinct().collect(Collectors.joining(", "));
        return new ProblemException(Problem.VALIDATION_FAILED, "Please correct: " + properties + ".", errors);
    }

    public ProblemException withHeader(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }
}
