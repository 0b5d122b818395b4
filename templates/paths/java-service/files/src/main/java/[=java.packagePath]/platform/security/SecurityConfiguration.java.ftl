[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.security;

[@code.importing [
  "platform.problem.Problem",
  "platform.problem.ProblemException",
  "jakarta.servlet.DispatcherType",
  "jakarta.servlet.Filter",
  "jakarta.servlet.http.HttpServletRequest",
  "jakarta.servlet.http.HttpServletResponse",
  "org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest",
  "org.springframework.context.annotation.Bean",
  "org.springframework.context.annotation.Configuration",
  "org.springframework.core.annotation.Order",
  "org.springframework.security.authentication.AuthenticationServiceException",
  "org.springframework.security.config.Customizer",
  "org.springframework.security.config.annotation.web.builders.HttpSecurity",
  "org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer",
  "org.springframework.security.config.http.SessionCreationPolicy",
  "org.springframework.security.core.AuthenticationException",
  "org.springframework.security.oauth2.jwt.JwtDecoderInitializationException",
  "org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint",
  "org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter",
  "org.springframework.security.web.SecurityFilterChain",
  "org.springframework.security.web.firewall.RequestRejectedHandler"
]]
/** Who may call the service, and the headers that protect its answers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

[@practice id="jwt-authentication"]
    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
[/@practice]
    private final EarlyProblems problems;

    SecurityConfiguration(EarlyProblems problems) {
        this.problems = problems;
    }

    /** Health and metrics have a port of their own, which only the cluster reaches. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/openapi.yaml", "/docs")
                .permitAll()
                .anyRequest()
[#if practices["oauth2"]?? && practices["jwt-authentication"]??]
                .authenticated())
[#else]
                .permitAll())
[/#if]
[@practice id="oauth2"]
[@practice id="jwt-authentication"]
                .oauth2ResourceServer(server -> server
                        .authenticationEntryPoint(this::unauthenticated)
                        .jwt(Customizer.withDefaults()))
                .addFilterBefore(issuerOutage(), BearerTokenAuthenticationFilter.class)
[/@practice]
[/@practice]
[@practice id="rate-limiting"]
                .addFilterAfter(rateLimit(), BearerTokenAuthenticationFilter.class)
[/@practice]
[@practice id="cors-policy"]
                .cors(Customizer.withDefaults())
[/@practice]
                .headers(AbstractHttpConfigurer::disable)
[@practice id="csrf-protection"]
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Without cookies there is no session that another site could ride on.
                .csrf(AbstractHttpConfigurer::disable)
[/@practice]
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What the firewall of Spring Security refuses never reaches the filters of the chain. */
    @Bean
    RequestRejectedHandler malformedPaths() {
        return (request, response, exception) -> problems.answer(
                request,
                response,
                new ProblemException(Problem.MALFORMED_REQUEST, "The path of the request is not well-formed."));
    }
[@practice id="jwt-authentication"]

    private void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        challenge.commence(request, response, exception);
        problems.answer(request, response, exception);
    }

    private Filter issuerOutage() {
        return (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (AuthenticationServiceException | JwtDecoderInitializationException exception) {
                problems.answer((HttpServletRequest) request, (HttpServletResponse) response, exception);
            }
        };
    }
[/@practice]
[@practice id="rate-limiting"]

    private Filter rateLimit() {
        return (request, response, chain) -> {
            if (problems.admit((HttpServletRequest) request, (HttpServletResponse) response)) {
                chain.doFilter(request, response);
            }
        };
    }
[/@practice]
}
[/@code.importing]
