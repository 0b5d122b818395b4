package [=java.package].platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

[@practice id="distributed-traces"]
import io.micrometer.tracing.Tracer;
[/@practice]
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final ProblemHandler handler = new ProblemHandler([@practice id="distributed-traces"]Tracer.NOOP[/@practice]);
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "//path");

    private enum Kind {
        A, B
    }

    private record Body(Integer whole, Boolean truth, Kind kind, LocalDate date, List<Integer> list) {}

    @ParameterizedTest
    @CsvSource({
            "40001, 409, concurrent-update",
            "40P01, 409, concurrent-update",
            "55P03, 409, concurrent-update",
            "08006, 503, unavailable",
            "53300, 503, unavailable",
            "57014, 503, unavailable",
            ", 503, unavailable",
            "23514, 500, internal-error"
    })
    void tellsWhatTheDatabaseSaid(String state, int status, String slug) {
        var exception = new DataAccessResourceFailureException("secret", new SQLException("secret", state));

        ProblemDetail problem = problem(handler.database(exception, new ServletWebRequest(request)), status, slug);

        assertThat(problem.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'whole': 99999999999}|whole|too-large",
            "{'whole': -99999999999}|whole|too-small",
            "{'whole': 'x'}|whole|wrong-type",
            "{'truth': 'x'}|truth|wrong-type",
            "{'kind': 'C'}|kind|not-allowed",
            "{'date': 'x'}|date|bad-format",
            "{'date': {}}|date|wrong-type",
            "{'list': [1, 'x']}|list/1|wrong-type",
            "{'other': 1}|other|unknown-property"
    })
    void namesThePropertyThatIsWrong(String json, String property, String code) {
        var cause = catchThrowableOfType(
                JacksonException.class, () -> MAPPER.readValue(json.replace('\'', '"'), Body.class));
        var exception = new HttpMessageNotReadableException("secret", cause, new MockHttpInputMessage(new byte[0]));

        var answer = handler.handleHttpMessageNotReadable(
                exception, new HttpHeaders(), HttpStatus.BAD_REQUEST, new ServletWebRequest(request));

        ProblemDetail problem = problem(answer, 422, "validation-failed");
        assertThat(problem.getProperties().get("errors"))
                .asInstanceOf(list(FieldError.class))
                .singleElement()
                .satisfies(it -> assertThat(it.property()).isEqualTo(property))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "418, MALFORMED_REQUEST", "503, UNAVAILABLE", "599, INTERNAL_ERROR"})
    void hasAProblemForEveryStatus(int status, Problem problem) {
        assertThat(Problem.of(HttpStatusCode.valueOf(status))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"413, 413", ", 404"})
    void answersForTheContainer(Integer status, int expected) {
        request.setAttribute("jakarta.servlet.error.status_code", status);

        var exception = catchThrowableOfType(
                ResponseStatusException.class, () -> new ErrorEndpoint().error(request, null));

        assertThat(exception.getStatusCode().value()).isEqualTo(expected);
    }

    @Test
    void passesOnWhatTheContainerCaught() {
        var caught = new IllegalStateException();

        assertThat(catchThrowableOfType(IllegalStateException.class, () -> new ErrorEndpoint().error(request, caught)))
                .isSameAs(caught);
    }

    private static ProblemDetail problem(ResponseEntity<Object> answer, int status, String slug) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).isInstanceOf(ProblemDetail.class);
        ProblemDetail problem = (ProblemDetail) answer.getBody();
        assertThat(problem.getType().toString()).endsWith("/problems/" + slug);
        assertThat(problem.getInstance()).hasToString("/path");
        return problem;
    }
}
