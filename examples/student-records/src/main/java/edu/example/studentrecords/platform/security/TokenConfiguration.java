package edu.example.studentrecords.platform.security;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;

/** What a token has to satisfy beside the issuer, audience and times that Spring Boot checks. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final int MAX_SUBJECT_LENGTH = 255;

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer signatureAlgorithms() {
        return decoder -> decoder.jwsAlgorithms(algorithms -> algorithms.addAll(
                List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.PS256)));
    }

    @Bean
    OAuth2TokenValidator<Jwt> expires() {
        return new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull);
    }

    @Bean
    OAuth2TokenValidator<Jwt> namesItsSubject() {
        return new JwtClaimValidator<String>(
                JwtClaimNames.SUB,
                subject -> subject != null && !subject.isEmpty() && subject.length() <= MAX_SUBJECT_LENGTH);
    }
}
