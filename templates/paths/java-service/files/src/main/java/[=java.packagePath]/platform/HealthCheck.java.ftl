package [=java.package].platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Asks one address of the running service and says with its exit code whether the answer was 200: 0 yes, 1 no.
 *
 * <p>The image's HEALTHCHECK runs it, because the image has neither a shell nor curl. It uses nothing outside
 * {@code java.base}, so that it starts fast.
 */
public final class HealthCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private HealthCheck() {}

    public static void main(String[] args) {
        System.exit(isHealthy(URI.create(args[0])) ? 0 : 1);
    }

    static boolean isHealthy(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) TIMEOUT.toMillis());
            connection.setReadTimeout((int) TIMEOUT.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
