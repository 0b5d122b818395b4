[#import "/lib/code.java.ftl" as code]
package [=java.package].testing;

[@code.sorted]
import [=java.package].[=java.application];
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
[/@code.sorted]

/** The service as a client meets it: over HTTP, with a database and an issuer behind it. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One for all tests of this JVM, which also ends it. */
    public static RunningService shared() {
        return Shared.SERVICE;
    }

    /** Another one, with settings of its own. */
    public static RunningService start(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "logging.level.root", "warn",
                "spring.main.banner-mode", "off"));
        all.putAll(surroundings());
        all.putAll(settings);
        return new RunningService(new SpringApplicationBuilder([=java.application].class)
                .run(all.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new)));
    }

    /** The settings that lead to the test's database and issuer. */
    public static Map<String, String> surroundings() {
        return Map.of(
                "DATABASE_URL",
                TestDatabase.shared().url(),
                "DATABASE_USERNAME",
                TestDatabase.APPLICATION,
                "OAUTH2_ISSUER",
                TestIssuer.shared().issuer(),
                "OAUTH2_AUDIENCE",
                TestIssuer.AUDIENCE);
    }

    /** A client that may do everything. */
    public Api api() {
        return clientOf("local.server.port").as(token());
    }

    /** An access token with every scope. */
    public String token() {
        return TestIssuer.shared()
                .token(
                        "tester",
                        Resources.all().stream()
                                .flatMap(it -> Stream.of(it.readScope(), it.writeScope()))
                                .toArray(String[]::new));
    }

    /** A client of the port for probes and metrics. */
    public Api management() {
        return clientOf("local.management.port");
    }

    @Override
    public void close() {
        context.close();
    }

    private Api clientOf(String port) {
        return Api.at(URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty(port)));
    }

    private static final class Shared {
        static final RunningService SERVICE = start(Map.of("RATE_LIMIT_REQUESTS", "1000000"));
    }
}
