[#import "/lib/code.java.ftl" as code]
package [=java.package].platform;

import static org.assertj.core.api.Assertions.assertThat;

[@code.sorted]
import [=java.package].testing.Api;
import [=java.package].testing.Resource;
import [=java.package].testing.Resources;
import [=java.package].testing.Response;
import [=java.package].testing.RunningService;
import [=java.package].testing.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;
[/@code.sorted]

class RateLimitIT {

    private static final Resource RESOURCE = Resources.any();

    @Test
    void slowsDownTheOneClientThatAsksTooOften() {
        try (RunningService service =
                RunningService.start(Map.of("RATE_LIMIT_REQUESTS", "3", "RATE_LIMIT_WINDOW", "1h"))) {
            Api one = service.api().as(TestIssuer.shared().token("one", RESOURCE.readScope()));
            Api two = service.api().as(TestIssuer.shared().token("two", RESOURCE.readScope()));

            for (int left = 2; left >= 0; left--) {
                Response served = one.get(RESOURCE.path()).expect(200);
                assertThat(served.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=3600");
                assertThat(served.header("RateLimit")).startsWith("\"default\";r=" + left + ";t=");
            }
            Response refused = one.get(RESOURCE.path()).expectProblem(429, "rate-limited");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
            two.get(RESOURCE.path()).expect(200);
            service.management().get("/healthz/live").expect(200);
        }
    }
}
