package [=java.package].platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How many requests a client may send in a window of time. */
@ConfigurationProperties("rate-limit")
record RateLimitProperties(long requests, Duration window) {}
