[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.security;

[@code.sorted]
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import [=java.package].platform.problem.Problem;
import [=java.package].platform.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
[/@code.sorted]

/** A token bucket for each client, held in the memory of this replica. */
@Component
class RateLimiter {

    private static final int MAX_CLIENTS = 100_000;

    private final RateLimitProperties limit;
    private final LoadingCache<String, Bucket> buckets;

    RateLimiter(RateLimitProperties limit) {
        this.limit = limit;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CLIENTS)
                .expireAfterAccess(limit.window())
                .build(client -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth
                                .capacity(limit.requests())
                                .refillGreedy(limit.requests(), limit.window()))
                        .build());
    }

    /** Counts the request and tells the client what is left. */
    void admit(HttpServletRequest request, HttpServletResponse response) {
        ConsumptionProbe probe = buckets.get(client(request)).tryConsumeAndReturnRemaining(1);
        response.setHeader(
                "RateLimit-Policy",
                "\"default\";q=%d;w=%d"
                        .formatted(limit.requests(), limit.window().toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"default\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            String wait = String.valueOf(seconds(probe.getNanosToWaitForRefill()));
            throw new ProblemException(Problem.RATE_LIMITED, "Try again in " + wait + " s.")
                    .withHeader(HttpHeaders.RETRY_AFTER, wait);
        }
    }

    private static String client(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "address " + request.getRemoteAddr() : "subject " + authentication.getName();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }
}
