package edu.example.studentrecords.platform.security;

import edu.example.studentrecords.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what is refused before Spring MVC sees it, in the same way as what is refused later. */
@Component
class EarlyProblems {

    private final RateLimiter rateLimiter;
    private final HandlerExceptionResolver problems;

    EarlyProblems(RateLimiter rateLimiter, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.rateLimiter = rateLimiter;
        this.problems = problems;
    }

    /** Counts the request, once; whoever asks too often has the answer already when this is false. */
    boolean admit(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!response.containsHeader("RateLimit")) {
                rateLimiter.admit(request, response);
            }
            return true;
        } catch (ProblemException exception) {
            problems.resolveException(request, response, null, exception);
            return false;
        }
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception exception) {
        if (admit(request, response)) {
            problems.resolveException(request, response, null, exception);
        }
    }
}
