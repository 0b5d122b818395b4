package edu.example.studentrecords.platform.security;

import edu.example.studentrecords.platform.problem.Problem;
import edu.example.studentrecords.platform.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may call the service, and the headers that protect its answers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
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
                .authenticated())
                .oauth2ResourceServer(server -> server
                        .authenticationEntryPoint(this::unauthenticated)
                        .jwt(Customizer.withDefaults()))
                .addFilterBefore(issuerOutage(), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(rateLimit(), BearerTokenAuthenticationFilter.class)
                .cors(Customizer.withDefaults())
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Without cookies there is no session that another site could ride on.
                .csrf(AbstractHttpConfigurer::disable)
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

    private Filter rateLimit() {
        return (request, response, chain) -> {
            if (problems.admit((HttpServletRequest) request, (HttpServletResponse) response)) {
                chain.doFilter(request, response);
            }
        };
    }
}
