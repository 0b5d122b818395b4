[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.security;

[@code.importing [
  "platform.problem.ProblemException",
  "jakarta.servlet.http.HttpServletRequest",
  "jakarta.servlet.http.HttpServletResponse",
  "org.springframework.beans.factory.annotation.Qualifier",
  "org.springframework.stereotype.Component",
  "org.springframework.web.servlet.HandlerExceptionResolver"
]]
/** Answers what is refused before Spring MVC sees it, in the same way as what is refused later. */
@Component
class EarlyProblems {

[@practice id="rate-limiting"]
    private final RateLimiter rateLimiter;
[/@practice]
    private final HandlerExceptionResolver problems;

    EarlyProblems([@practice id="rate-limiting"]RateLimiter rateLimiter, [/@practice]@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
[@practice id="rate-limiting"]
        this.rateLimiter = rateLimiter;
[/@practice]
        this.problems = problems;
    }

[@practice id="rate-limiting"]
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

[/@practice]
    void answer(HttpServletRequest request, HttpServletResponse response, Exception exception) {
[@practice id="rate-limiting"]
        if (admit(request, response)) {
            problems.resolveException(request, response, null, exception);
        }
[/@practice]
[#if !practices["rate-limiting"]??]
        problems.resolveException(request, response, null, exception);
[/#if]
    }
}
[/@code.importing]
