package [=java.package].testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An answer of the service, with the request line that it answers. */
public record Response(String method, String target, int status, HttpHeaders headers, String text) {

    public Response expect(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return this;
    }

    /** Asserts an RFC 9457 problem of that type. */
    public Response expectProblem(int expected, String slug) {
        expect(expected);
        assertThat(header("Content-Type")).as("%s", this).startsWith("application/problem+json");
        assertThat(json().path("type").asString()).as("%s", this).endsWith("/problems/" + slug);
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("instance").asString()).isEqualTo(target.replaceAll("\\?.*", ""));
[@practice id="distributed-traces"]
        assertThat(json().path("traceId").asString()).isNotEmpty();
[/@practice]
        return this;
    }

    public Response expectError(String property, String code) {
        assertThat(errors().stream()
                .filter(it -> it.path("property").asString().equals(property))
                .map(it -> it.path("code").asString()))
                .as("codes of %s in %s", property, this)
                .contains(code);
        return this;
    }

    public List<JsonNode> errors() {
        return StreamSupport.stream(json().path("errors").spliterator(), false).toList();
    }

    public List<JsonNode> items() {
        return StreamSupport.stream(json().path("items").spliterator(), false).toList();
    }

    public List<String> ids() {
        return items().stream().map(it -> it.path("id").asString()).toList();
    }

    public JsonNode json() {
        return Json.parse(text);
    }

    public String id() {
        return json().path("id").asString();
    }

    public String etag() {
        return header("ETag");
    }

    /** The header's value, or the empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return "%s %s -> %d %s".formatted(method, target, status, text);
    }
}
