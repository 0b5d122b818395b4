[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.security;

[@code.importing [
  "java.time.Duration",
  "java.util.List",
  "org.springframework.boot.web.servlet.FilterRegistrationBean",
  "org.springframework.context.annotation.Bean",
  "org.springframework.context.annotation.Configuration",
  "org.springframework.core.Ordered",
  "org.springframework.security.web.header.HeaderWriterFilter",
  "org.springframework.security.web.header.writers.HstsHeaderWriter",
  "org.springframework.security.web.header.writers.StaticHeadersWriter",
  "org.springframework.security.web.util.matcher.AnyRequestMatcher"
]]
/** The headers that protect an answer, in front of everything that may refuse a request. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headerWriterFilter() {
[@practice id="hsts"]
        // TLS ends at the ingress, so a request that arrives here does not look secure.
        var hsts = new HstsHeaderWriter(
                AnyRequestMatcher.INSTANCE, Duration.ofDays(365).toSeconds(), true);
[/@practice]
        var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(List.of(
[@practice id="hsts"]
                hsts,
[/@practice]
[@practice id="content-security-policy"]
                new StaticHeadersWriter("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
[/@practice]
                new StaticHeadersWriter("X-Content-Type-Options", "nosniff"),
                new StaticHeadersWriter("X-Frame-Options", "DENY"),
                new StaticHeadersWriter("Referrer-Policy", "no-referrer"),
                new StaticHeadersWriter("Cache-Control", "no-store"))));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
[/@code.importing]
