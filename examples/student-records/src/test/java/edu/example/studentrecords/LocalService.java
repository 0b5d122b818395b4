package edu.example.studentrecords;

import edu.example.studentrecords.testing.Resources;
import edu.example.studentrecords.testing.RunningService;
import java.util.Map;

/** Runs the service on this machine, with a PostgreSQL and a token issuer of its own: {@code mvn spring-boot:test-run}. */
public final class LocalService {

    private LocalService() {}

    public static void main(String[] arguments) {
        RunningService service = RunningService.start(Map.of(
                "server.port", "8080",
                "management.server.port", "8081",
                "logging.level.root", "info"));

        System.out.printf("""

                TOKEN=%s
                curl -H "Authorization: Bearer $TOKEN" http://localhost:8080%s

                The reference is at http://localhost:8080/docs. Stop with Ctrl-C.
                """, service.token(), Resources.any().path());
    }
}
