[#import "/lib/code.java.ftl" as code]
package [=java.package];

[@code.sorted]
import [=java.package].testing.Resources;
import [=java.package].testing.RunningService;
import java.util.Map;
[/@code.sorted]

/** Runs the service on this machine, with a PostgreSQL and a token issuer of its own: {@code mvn spring-boot:test-run}. */
public final class LocalService {

    private LocalService() {}

    public static void main(String[] arguments) {
        RunningService service = RunningService.start(Map.of(
                "server.port", "[=facts.ports.http]",
                "management.server.port", "[=facts.ports.management]",
                "logging.level.root", "info"));

        System.out.printf("""

[@practice id="local-token"]
                TOKEN=%s
                curl -H "Authorization: Bearer $TOKEN" http://localhost:[=facts.ports.http]%s
[/@practice]

                The reference is at http://localhost:[=facts.ports.http]/docs. Stop with Ctrl-C.
                """, service.token(), Resources.any().path());
    }
}
