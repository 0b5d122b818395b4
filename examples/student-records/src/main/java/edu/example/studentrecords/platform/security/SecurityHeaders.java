package edu.example.studentrecords.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The headers that protect an answer, in front of everything that may refuse a request. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headerWriterFilter() {
        // TLS ends at the ingress, so a request that arrives here does not look secure.
        var hsts = new HstsHeaderWriter(
                AnyRequestMatcher.INSTANCE, Duration.ofDays(365).toSeconds(), true);
        var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(List.of(
                hsts,
                new StaticHeadersWriter("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                new StaticHeadersWriter("X-Content-Type-Options", "nosniff"),
                new StaticHeadersWriter("X-Frame-Options", "DENY"),
                new StaticHeadersWriter("Referrer-Policy", "no-referrer"),
                new StaticHeadersWriter("Cache-Control", "no-store"))));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
