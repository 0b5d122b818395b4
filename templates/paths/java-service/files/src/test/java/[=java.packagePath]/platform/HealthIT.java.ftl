[#import "/lib/code.java.ftl" as code]
package [=java.package].platform;

import static org.assertj.core.api.Assertions.assertThat;

[@code.sorted]
import [=java.package].testing.Resources;
import [=java.package].testing.Response;
import [=java.package].testing.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
[/@code.sorted]

class HealthIT {

    @Test
    void isReadyWithItsDatabase() {
        RunningService service = RunningService.shared();

        service.management().get("/healthz/live").expect(200);
        service.management().get("/healthz/ready").expect(200);
    }

[@practice id="image-health-check"]
    @Test
    void isCheckedByTheContainer() {
        URI address = RunningService.shared().management().base();

        assertThat(HealthCheck.isHealthy(address.resolve("/healthz/live"))).isTrue();
        assertThat(HealthCheck.isHealthy(address.resolve("/nothing"))).isFalse();
        assertThat(HealthCheck.isHealthy(URI.create("http://localhost:" + closedPort())))
                .isFalse();
    }

[/@practice]
[@practice id="metrics"]
    @Test
    void measuresItself() {
        RunningService service = RunningService.shared();
        service.api().get(Resources.any().path()).expect(200);

        Response metrics = service.management().get("/metrics").expect(200);

        assertThat(metrics.text()).contains("http_server_requests_seconds_count", "jvm_memory_used_bytes");
    }

[/@practice]
    @Test
    void keepsProbesAndMetricsOffThePublicPort() {
        for (String path : new String[] {"/healthz/live", "/healthz/ready", "/metrics"}) {
            assertThat(RunningService.shared().api().get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void livesButIsNotReadyWithoutItsDatabase() {
        String url = "jdbc:postgresql://localhost:" + closedPort() + "/[=service.snake]";
        try (RunningService service = RunningService.start(
                Map.of("DATABASE_URL", url, "spring.datasource.hikari.connection-timeout", "250"))) {
            service.management().get("/healthz/live").expect(200);
            Response notReady = service.management().get("/healthz/ready").expect(503);
            assertThat(notReady.text()).doesNotContain("postgresql", "localhost");
            Response unavailable = service.api().get(Resources.any().path()).expectProblem(503, "unavailable");
            assertThat(unavailable.header("Retry-After")).isNotEmpty();
            assertThat(unavailable.text()).doesNotContain("postgresql", "localhost", "Exception");
        }
    }

    @Test
    void asksToTryAgainWhileTokensCannotBeChecked() {
        String issuer = "http://localhost:" + closedPort();
        try (RunningService service = RunningService.start(Map.of("OAUTH2_ISSUER", issuer))) {
            service.management().get("/healthz/ready").expect(200);
            Response unavailable = service.api().get(Resources.any().path()).expectProblem(503, "unavailable");
            assertThat(unavailable.header("Retry-After")).isNotEmpty();
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
