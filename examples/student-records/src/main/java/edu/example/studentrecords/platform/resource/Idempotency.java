package edu.example.studentrecords.platform.resource;

import edu.example.studentrecords.platform.problem.Problem;
import edu.example.studentrecords.platform.problem.ProblemException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

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
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 2, delay = 50, jitter = 50)
    @Transactional
    public ResponseEntity<?> create(
            String path,
            @Nullable IdempotencyKey key,
            Authentication client,
            Object request,
            Supplier<? extends Resource> resource) {
        if (key == null) {
            return Answers.created(path, resource.get());
        }
        MapSqlParameterSource use = new MapSqlParameterSource("subject", client.getName())
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
                        insert into student_records.idempotency_keys as used (subject, operation, key, request_hash)
                        values (:subject, :operation, :key, :hash)
                        on conflict (subject, operation, key) do update
                        set request_hash = excluded.request_hash, created_at = default, expires_at = default
                        where used.expires_at <= now()
                        """).paramSource(use).update() == 1;
    }

    private ResponseEntity<?> replay(MapSqlParameterSource use) {
        return jdbc.sql("""
                        select request_hash, response_status, response_location, response_etag, response_body
                        from student_records.idempotency_keys
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
                        update student_records.idempotency_keys
                        set response_status = :status, response_location = :location, response_etag = :etag,
                            response_body = :body
                        """ + THIS_KEY).paramSource(use).update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpiredKeys() {
        jdbc.sql("delete from student_records.idempotency_keys where expires_at <= now()")
                .update();
    }
}
