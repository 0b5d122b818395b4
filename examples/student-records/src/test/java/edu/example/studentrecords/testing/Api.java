package edu.example.studentrecords.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client of the service. Every answer is held against the OpenAPI document before a test sees it. */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Map<String, String> headers;

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Api at(URI base) {
        return new Api(base, Map.of());
    }

    public URI base() {
        return base;
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api anonymous() {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove("Authorization");
        return new Api(base, fewer);
    }

    public Response get(String target) {
        return send("GET", target, BodyPublishers.noBody());
    }

    public Response post(String target, Object body) {
        return sendJson("POST", target, body);
    }

    public Response put(String target, String ifMatch, Object body) {
        return with("If-Match", ifMatch).sendJson("PUT", target, body);
    }

    public Response delete(String target, String ifMatch) {
        return with("If-Match", ifMatch).send("DELETE", target, BodyPublishers.noBody());
    }

    /** A string is sent as it is, anything else as JSON. */
    public Response sendJson(String method, String target, Object body) {
        String text = body instanceof String raw ? raw : Json.of(body).toString();
        Api json = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        Response response = json.send(method, target, BodyPublishers.ofString(text));
        if (response.status() < 300 && body instanceof JsonNode accepted) {
            Contract.shared().checkRequest(response, accepted);
        }
        return response;
    }

    public Response send(String method, String target, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::header);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            Response response = new Response(method, target, answer.statusCode(), answer.headers(), answer.body());
            Contract.shared().check(response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
