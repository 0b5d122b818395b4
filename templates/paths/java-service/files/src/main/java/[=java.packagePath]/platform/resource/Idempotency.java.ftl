[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.importing [
  "platform.problem.Problem",
  "platform.problem.ProblemException",
  "java.net.URI",
  "java.sql.ResultSet",
  "java.sql.SQLException",
  "java.util.Arrays",
  "java.util.concurrent.TimeUnit",
  "java.util.function.Supplier",
  "org.jspecify.annotations.Nullable",
  "org.springframework.dao.PessimisticLockingFailureException",
  "org.springframework.http.HttpHeaders",
  "org.springframework.http.MediaType",
  "org.springframework.http.ResponseEntity",
  "org.springframework.jdbc.core.namedparam.MapSqlParameterSource",
  "org.springframework.jdbc.core.simple.JdbcClient",
  "org.springframework.resilience.annotation.Retryable",
  "org.springframework.scheduling.annotation.Scheduled",
  "org.springframework.security.core.Authentication",
  "org.springframework.stereotype.Component",
  "org.springframework.transaction.annotation.Transactional",
  "tools.jackson.databind.json.JsonMapper"
]]
/** Gives a request that is sent again the answer that it got the first time. */
@Component
public class Idempotency {

    private static final String THIS_KEY = " where subject = :subject and operation = :operation and key = :key";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Idempotency(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The row of the key and what the request does are one transaction; a concurrent twin waits for its end. */
[@practice id="retries"]
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 2, delay = 50, jitter = 50)
[/@practice]
[@practice id="transactions"]
    @Transactional
[/@practice]
    public ResponseEntity<?> create(
            String path,
            @Nullable IdempotencyKey key,
            Authentication client,
            Object request,
            Supplier<? extends Resource> resource) {
        if (key == null) {
            return Answers.created(path, resource.get());
        }
        MapSqlParameterSource use = new MapSqlParameterSource("subject", [#if practices["oauth2"]?? && practices["jwt-authentication"]??]client.getName()[#else]"anybody"[/#if])
                .addValue("operation", "POST " + path)
                .addValue("key", key.value())
                .addValue("hash", Sha256.of(json.writeValueAsBytes(request)));
        if (!begin(use)) {
            return replay(use);
        }
        ResponseEntity<? extends Resource> answer = Answers.created(path, resource.get());
        keep(use, answer);
        return answer;
    }

    private boolean begin(MapSqlParameterSource use) {
        return jdbc.sql("""
                        insert into [=service.schema].idempotency_keys as used (subject, operation, key, request_hash)
                        values (:subject, :operation, :key, :hash)
                        on conflict (subject, operation, key) do update
                        set request_hash = excluded.request_hash, created_at = default, expires_at = default
                        where used.expires_at <= now()
                        """).paramSource(use).update() == 1;
    }

    private ResponseEntity<?> replay(MapSqlParameterSource use) {
        return jdbc.sql("""
                        select request_hash, response_status, response_location, response_etag, response_body
                        from [=service.schema].idempotency_keys
                        """ + THIS_KEY)
                .paramSource(use)
                .query((row, index) -> {
                    if (!Arrays.equals(row.getBytes("request_hash"), (byte[]) use.getValue("hash"))) {
                        throw new ProblemException(Problem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request.");
                    }
                    return answer(row);
                })
                .single();
    }

    private static ResponseEntity<String> answer(ResultSet row) throws SQLException {
        return ResponseEntity.status(row.getInt("response_status"))
                .location(URI.create(row.getString("response_location")))
                .eTag(row.getString("response_etag"))
                .header("Idempotent-Replayed", "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(row.getString("response_body"));
    }

    private void keep(MapSqlParameterSource use, ResponseEntity<? extends Resource> answer) {
        use.addValue("status", answer.getStatusCode().value())
                .addValue("location", answer.getHeaders().getFirst(HttpHeaders.LOCATION))
                .addValue("etag", answer.getHeaders().getETag())
                .addValue("body", json.writeValueAsString(answer.getBody()));
        jdbc.sql("""
                        update [=service.schema].idempotency_keys
                        set response_status = :status, response_location = :location, response_etag = :etag,
                            response_body = :body
                        """ + THIS_KEY).paramSource(use).update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpiredKeys() {
        jdbc.sql("delete from [=service.schema].idempotency_keys where expires_at <= now()")
                .update();
    }
}
[/@code.importing]
