[#import "/lib/code.java.ftl" as code]
package [=java.package].platform;

import static org.assertj.core.api.Assertions.assertThat;

[@code.sorted]
import [=java.package].testing.Api;
import [=java.package].testing.Resource;
import [=java.package].testing.Resources;
import [=java.package].testing.Response;
import [=java.package].testing.RunningService;
import [=java.package].testing.TestDatabase;
import [=java.package].testing.TestIssuer;
import [=java.package].testing.World;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@code.sorted]

class RequestIT {

    private static final Resource RESOURCE = Resources.any();

    private final Api api = RunningService.shared().api();

[@practice id="input-validation"]
    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"a\": }", "{\"a\": 1, \"a\": 2}", "{} {}", "nothing", "[]", "null", "1", "\"text\""})
    void refusesWhatIsNoJsonObject(String body) {
        api.post(RESOURCE.path(), body).expectProblem(400, "malformed-request");
    }

[/@practice]
    @Test
    void refusesABodyThatIsTooDeep() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        Response refused = api.post(RESOURCE.path(), "{\"a\":" + deep + "}");

        assertThat(refused.status()).isIn(400, 422);
    }

[@practice id="request-size-limits"]
    @Test
    void refusesABodyThatIsTooLong() {
        String body = "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}";

        api.post(RESOURCE.path(), body).expectProblem(413, "payload-too-large");
    }

    @Test
    void refusesABodyThatIsTooLongAndDoesNotSaySo() {
        byte[] body = ("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        api.with("Content-Type", "application/json")
                .send("POST", RESOURCE.path(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .expectProblem(413, "payload-too-large");
    }

[/@practice]
[@practice id="idempotency-keys"]
    @ParameterizedTest
    @ValueSource(strings = {"a key", "<key>", "key;key"})
    void refusesAnIdempotencyKeyThatIsNone(String key) {
        api.with("Idempotency-Key", key).post(RESOURCE.path(), "{}").expectProblem(400, "invalid-parameter");
    }

    @Test
    void keepsIdempotencyKeysOfDifferentClientsApart() {
        World world = new World(api);
        String key = UUID.randomUUID().toString();
        var body = world.body(RESOURCE, 1);
        api.with("Idempotency-Key", key).post(RESOURCE.path(), body).expect(201);
        String another = TestIssuer.shared().token("another", RESOURCE.writeScope());

        Response response = api.as(another)
                .with("Idempotency-Key", key)
                .post(RESOURCE.path(), world.body(RESOURCE, 2))
                .expect(201);

        assertThat(response.header("Idempotent-Replayed")).isEmpty();
    }

[/@practice]
    @Test
    void forbidsToStoreWhatMustNotBeStored() {
        World world = new World(api);
        Response created = world.existing(RESOURCE, 1);

        assertThat(created.header("Cache-Control")).contains("no-store");
        assertThat(api.get(created.header("Location")).header("Cache-Control"))
                .contains("private", "no-cache")
                .doesNotContain("no-store");
        assertThat(api.get("/api/v1/nothing").header("Cache-Control")).contains("no-store");
    }

[@practice id="timeouts"]
    @Test
    void saysWhenAnotherChangeTakesTooLong() {
        var body = new World(api).body(RESOURCE, 1);

        TestDatabase.shared()
                .whileLocked(RESOURCE, () -> api.post(RESOURCE.path(), body).expectProblem(409, "concurrent-update"));
    }

[/@practice]
[@practice id="error-responses"]
    @Test
    void saysNothingOfTheInsideWhenItFails() {
        TestDatabase.shared().whileMissing(RESOURCE, () -> {
            Response failed = api.get(RESOURCE.path()).expectProblem(500, "internal-error");

            assertThat(failed.text()).doesNotContainIgnoringCase("sql", "exception", "select");
        });
    }

[/@practice]
[@practice id="api-reference-page"]
    @Test
    void servesTheContractWithoutAToken() {
        Response contract = api.anonymous().get("/openapi.yaml").expect(200);
        Response page = api.anonymous().get("/docs").expect(200);

        assertThat(contract.header("Content-Type")).startsWith("application/yaml");
        assertThat(contract.text()).startsWith("openapi: 3.1");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("</html>").doesNotContain("<script");
    }

[/@practice]
[@practice id="distributed-traces"]
    @Test
    void namesTheRequestOfAProblem() {
        String traceId = "0af7651916cd43dd8448eb211c80319c";

        Response response = api.with("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .get("/api/v1/nothing")
                .expectProblem(404, "not-found");

        assertThat(response.json().path("traceId").asString()).isEqualTo(traceId);
    }
[/@practice]
}
