[#import "/lib/code.java.ftl" as code]
package [=java.package].platform;

import static org.assertj.core.api.Assertions.assertThat;

[@code.sorted]
import [=java.package].testing.Api;
import [=java.package].testing.Resource;
import [=java.package].testing.Resources;
import [=java.package].testing.Response;
import [=java.package].testing.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
[/@code.sorted]

class CorsIT {

    private static final Resource RESOURCE = Resources.any();
    private static final String FRIEND = "https://app.example.com";
    private static final String STRANGER = "https://evil.example.com";

    @Test
    void allowsNoOriginUnlessToldTo() {
        Api api = RunningService.shared().api();

        assertThat(api.with("Origin", FRIEND).get(RESOURCE.path()).header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void allowsTheOriginsOfTheConfiguration() {
        try (RunningService service = RunningService.start(Map.of("CORS_ALLOWED_ORIGINS", FRIEND))) {
            Api api = service.api();

            Response friend = api.with("Origin", FRIEND).get(RESOURCE.path()).expect(200);
            assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
            assertThat(friend.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(friend.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "RateLimit");
            assertThat(api.with("Origin", STRANGER).get(RESOURCE.path()).header("Access-Control-Allow-Origin"))
                    .isEmpty();

            Response preflight = api.anonymous()
                    .with("Origin", FRIEND)
                    .with("Access-Control-Request-Method", "PUT")
                    .with("Access-Control-Request-Headers", "authorization,if-match")
                    .send("OPTIONS", RESOURCE.path() + "/1", BodyPublishers.noBody())
                    .expect(200);
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
            assertThat(preflight.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                    .contains("authorization", "if-match");
        }
    }
}
