[#import "/lib/code.java.ftl" as code]
package [=java.package].platform;

import static org.assertj.core.api.Assertions.assertThat;

[@code.sorted]
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import [=java.package].testing.Api;
import [=java.package].testing.Resource;
import [=java.package].testing.Resources;
import [=java.package].testing.Response;
import [=java.package].testing.RunningService;
import [=java.package].testing.TestIssuer;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
[/@code.sorted]

class SecurityIT {

    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final Resource RESOURCE = Resources.any();

    private final Api api = RunningService.shared().api();

    @Test
    void acceptsAGoodToken() {
        api.as(ISSUER.sign(claims().build())).get(RESOURCE.path()).expect(200);
    }

    @Test
    void refusesATokenThatIsNone() {
        assertRefused("nonsense");
    }

    @Test
    void refusesAnUnsignedToken() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void refusesATokenThatIsSignedWithThePublicKeyAsASecret() throws Exception {
        byte[] secret = ISSUER.key().toRSAPublicKey().getEncoded();

        assertRefused(ISSUER.sign(claims().build(), JWSAlgorithm.HS256, new MACSigner(secret)));
    }

    @Test
    void refusesATokenOfAnotherKey() throws Exception {
        var another = new RSASSASigner(new RSAKeyGenerator(2048).keyID("test").generate());

        assertRefused(ISSUER.sign(claims().build(), JWSAlgorithm.RS256, another));
    }

[@practice id="jwt-claims-validation"]
    @Test
    void refusesAnAlgorithmThatIsNotOnTheList() throws Exception {
        assertRefused(ISSUER.sign(claims().build(), JWSAlgorithm.RS512, new RSASSASigner(ISSUER.key())));
    }

[/@practice]
    @Test
    void refusesATokenThatWasChanged() {
        String[] token = ISSUER.sign(claims().build()).split("\\.");
        String[] other = ISSUER.sign(claims().subject("root").build()).split("\\.");

        assertRefused(token[0] + "." + other[1] + "." + token[2]);
    }

[@practice id="jwt-claims-validation"]
    @Test
    void refusesATokenForAnotherAudience() {
        assertRefused(ISSUER.sign(claims().audience("another-service").build()));
    }

    @Test
    void refusesATokenWithoutAudience() {
        assertRefused(ISSUER.sign(claims().audience((String) null).build()));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        assertRefused(ISSUER.sign(claims().issuer("https://issuer.example.com").build()));
    }

    @Test
    void refusesAnExpiredToken() {
        assertRefused(ISSUER.sign(claims().expirationTime(inSeconds(-61)).build()));
    }

    @Test
    void refusesATokenThatIsNotValidYet() {
        assertRefused(ISSUER.sign(claims().notBeforeTime(inSeconds(90)).build()));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        assertRefused(ISSUER.sign(claims().expirationTime(null).build()));
    }

[/@practice]
    @Test
    void refusesATokenInTheQuery() {
        String token = ISSUER.sign(claims().build());

        api.anonymous().get(RESOURCE.path() + "?access_token=" + token).expectProblem(401, "unauthenticated");
    }

[@practice id="operation-scopes"]
    @Test
    void refusesAScopeThatOnlyLooksAlike() {
        String token = ISSUER.token(
                "somebody", RESOURCE.readScope() + "x", RESOURCE.readScope().toUpperCase());

        api.as(token).get(RESOURCE.path()).expectProblem(403, "forbidden");
    }

[/@practice]
    @Test
    void guardsWhatDoesNotExist() {
        api.anonymous().get("/api/v1/nothing").expectProblem(401, "unauthenticated");
        api.get("/api/v1/nothing").expectProblem(404, "not-found");
        assertThat(api.anonymous().get("/actuator/env").status()).isIn(401, 404);
    }

[@practice id="security-headers"]
    @Test
    void sendsSecurityHeadersWithEveryAnswer() {
        for (Response response : new Response[] {
                api.get(RESOURCE.path()),
                api.anonymous().get(RESOURCE.path()),
                api.get(RESOURCE.path() + "?unknown=1"),
                api.get("/api/v1/nothing"),
                api.anonymous().get("/docs"),
                api.anonymous().get("/openapi.yaml"),
        }) {
            assertThat(response.header("Strict-Transport-Security"))
                    .as("%s", response)
                    .matches("max-age=\\d{8,}.*includeSubDomains.*");
            assertThat(response.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("script-src", "unsafe");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(response.header("Server")).isEmpty();
            assertThat(response.header("X-Powered-By")).isEmpty();
        }
    }

[/@practice]
    private static JWTClaimsSet.Builder claims() {
        return ISSUER.claims("somebody", RESOURCE.readScope());
    }

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private void assertRefused(String token) {
        Response refused = api.as(token).get(RESOURCE.path()).expectProblem(401, "unauthenticated");

        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
