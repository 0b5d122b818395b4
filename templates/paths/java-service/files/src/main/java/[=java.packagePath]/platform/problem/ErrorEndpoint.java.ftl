package [=java.package].platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where the servlet container sends what failed before Spring MVC saw it. */
@RestController
class ErrorEndpoint implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void error(
            HttpServletRequest request,
            @RequestAttribute(name = RequestDispatcher.ERROR_EXCEPTION, required = false) @Nullable Exception exception)
            throws Exception {
        if (exception != null) {
            throw exception;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        throw new ResponseStatusException(HttpStatusCode.valueOf(status instanceof Integer code ? code : 404));
    }
}
