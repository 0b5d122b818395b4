[#import "/lib/code.java.ftl" as code]
package [=java.package].platform;

import static org.awaitility.Awaitility.await;

[@code.sorted]
import [=java.package].testing.Api;
import [=java.package].testing.Resource;
import [=java.package].testing.Resources;
import [=java.package].testing.Response;
import [=java.package].testing.RunningService;
import [=java.package].testing.TestDatabase;
import [=java.package].testing.World;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
[/@code.sorted]

class ShutdownIT {

    private static final Resource RESOURCE = Resources.any();

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void finishesTheRequestThatIsUnderWay() {
        RunningService service = RunningService.start(Map.of());
        Api api = service.api();
        var body = new World(api).body(RESOURCE, 1);
        var request = new CompletableFuture<Response>();
        var shutdown = new CompletableFuture<Void>();

        database.whileLocked(RESOURCE, () -> {
            request.completeAsync(() -> api.post(RESOURCE.path(), body));
            await().until(database::hasWaitingRequest);
            shutdown.completeAsync(() -> close(service));
            await().until(() -> refusesConnections(api));
        });

        request.join().expect(201);
        shutdown.join();
    }

    private static Void close(RunningService service) {
        service.close();
        return null;
    }

    private static boolean refusesConnections(Api api) {
        try {
            api.get("/openapi.yaml");
            return false;
        } catch (UncheckedIOException refused) {
            return true;
        }
    }
}
