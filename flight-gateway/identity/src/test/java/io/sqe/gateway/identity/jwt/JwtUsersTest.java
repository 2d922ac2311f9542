package io.sqe.gateway.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.AuthenticatorChain;
import io.sqe.gateway.identity.Credentials;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose tokens are taken, and which are not. */
final class JwtUsersTest {
    private static final String ISSUER = "https://idp.example.com/realm";
    private static final RSAKey RSA = rsa("first");
    private static final ECKey EC = ec("second");

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @BeforeEach
    void publishKeys() throws IOException {
        publish(RSA, EC);
    }

    @Test
    void namesTheUserAndTheRolesThatATokenOfTheIssuerNames() throws JOSEException {
        assertThat(users().authenticate(bearer(signed(RSA, claims -> claims))))
                .isEqualTo(new Principal("ann", Set.of("analyst", "etl")));
        assertThat(users().authenticate(bearer(signed(EC, claims -> claims.claim("realm_access", "none")))))
                .isEqualTo(new Principal("ann", Set.of()));
    }

    @Test
    void refusesWhatIsForgedOrNotForThisServiceOrNotOfThisTime() throws Exception {
        RSAKey stranger = rsa("first");
        assertRefused(Reason.INVALID, signed(stranger, claims -> claims));
        assertRefused(Reason.INVALID, tampered(signed(RSA, claims -> claims)));
        assertRefused(Reason.INVALID, new PlainJWT(claims().build()).serialize());
        assertRefused(Reason.INVALID, signedWithThePublicKeyAsSecret());
        assertRefused(Reason.INVALID, bringingItsOwnKey(stranger));
        assertRefused(Reason.INVALID, signed(RSA, claims -> claims.audience("another-service")));
        assertRefused(Reason.INVALID, signed(RSA, claims -> claims.audience((String) null)));
        assertRefused(Reason.INVALID, signed(RSA, claims -> claims.expirationTime(null)));
        assertRefused(Reason.EXPIRED, signed(RSA, claims -> claims.expirationTime(at(-31))));
        assertRefused(Reason.INVALID, signed(RSA, claims -> claims.notBeforeTime(at(31))));
        assertRefused(Reason.INVALID, signed(RSA, claims -> claims.subject(null)));
        assertRefused(Reason.INVALID, signed(RSA, claims -> claims.subject("ann\nroot")));
        assertRefused(Reason.INVALID, "x".repeat(20_000));
        assertThat(users().authenticate(bearer(signed(RSA, claims -> claims.expirationTime(at(-29)))))
                        .name())
                .isEqualTo("ann");
    }

    @Test
    void leavesToOthersWhatIsNotOfItsIssuerAndWhatNobodyTakesIsWrong() throws JOSEException {
        String foreign = signed(RSA, claims -> claims.issuer("https://elsewhere.example.com"));
        assertRefused(Reason.MISSING, foreign);
        assertRefused(Reason.MISSING, "garbage");
        for (String broken : List.of("{\"alg\":\"dir\"}", "null", "{\"alg\":\"dir\",\"p2c\":-1}")) {
            String header = Base64.getUrlEncoder().encodeToString(broken.getBytes(StandardCharsets.UTF_8));
            assertRefused(Reason.MISSING, header + "..a.b.c");
            assertRefused(Reason.MISSING, header + ".e30.c");
        }

        var chain = new AuthenticatorChain(List.of(users(), users()));
        assertThat(catchThrowableOfType(AuthenticationException.class, () -> chain.authenticate(bearer(foreign)))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void takesNewKeysOfTheProviderAtOnceAndWithdrawnOnesNoMore() throws Exception {
        JwtUsers users = users();
        users.authenticate(bearer(signed(RSA, claims -> claims)));
        RSAKey next = rsa("third");
        publish(next);
        now = now.plusSeconds(11);

        assertThat(users.authenticate(bearer(signed(next, claims -> claims))).name())
                .isEqualTo("ann");
        assertThat(refusal(users, signed(RSA, claims -> claims))).isEqualTo(Reason.INVALID);
    }

    @Test
    void goesOnWithTheLastKeysForAnHourIfThereAreNoNewOnes() throws Exception {
        JwtUsers users = users();
        UnaryOperator<JWTClaimsSet.Builder> longLived = claims -> claims.expirationTime(at(100_000));
        String token = signed(RSA, longLived);
        users.authenticate(bearer(token));
        Files.writeString(keys(), "not keys");

        now = now.plus(Duration.ofMinutes(59));
        assertThat(users.authenticate(bearer(token)).name()).isEqualTo("ann");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(refusal(users, token)).isEqualTo(Reason.INVALID);
    }

    @Test
    void asksTheProviderOnceHoweverManyKeysAreMadeUp() throws Exception {
        var asked = new AtomicInteger();
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] body = new JWKSet(RSA).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        provider.start();
        try {
            String base = "http://127.0.0.1:" + provider.getAddress().getPort();
            var users = users(new KeySetSource.OfAddress(URI.create(base + "/keys")));
            assertThat(users.authenticate(bearer(signed(RSA, claims -> claims))).name())
                    .isEqualTo("ann");
            for (int i = 0; i < 20; i++) {
                assertThat(refusal(users, signed(named("made-up-" + i), claims -> claims)))
                        .isEqualTo(Reason.INVALID);
            }
            assertThat(asked).hasValue(1);

            var redirected = users(new KeySetSource.OfAddress(URI.create(base + "/moved")));
            assertThat(refusal(redirected, signed(RSA, claims -> claims))).isEqualTo(Reason.INVALID);
            assertThat(asked).hasValue(1);
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void rulesWithASharedSecretOrWithoutAnAudienceAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(Set.of("sqe"), Set.of("HS256")));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(Set.of("sqe"), Set.of("none")));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(Set.of(), Set.of("RS256")));
    }

    private void assertRefused(Reason reason, String token) {
        assertThat(refusal(users(), token)).isEqualTo(reason);
    }

    private static Reason refusal(JwtUsers users, String token) {
        return catchThrowableOfType(AuthenticationException.class, () -> users.authenticate(bearer(token)))
                .reason();
    }

    private JwtUsers users() {
        return users(new KeySetSource.OfFile(keys()));
    }

    private JwtUsers users(KeySetSource source) {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        return new JwtUsers(rules(Set.of("sqe", "sqe-test"), Set.of("RS256", "ES256")), source, clock);
    }

    private static JwtRules rules(Set<String> audiences, Set<String> algorithms) {
        return new JwtRules(ISSUER, audiences, algorithms, "sub", "realm_access.roles", Duration.ofSeconds(30));
    }

    private Path keys() {
        return folder.resolve("keys.json");
    }

    private void publish(JWK... keys) throws IOException {
        Files.writeString(keys(), new JWKSet(List.of(keys)).toString());
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("others", "sqe"))
                .subject("ann")
                .expirationTime(at(60))
                .claim("realm_access", Map.of("roles", List.of("analyst", "etl")));
    }

    private Date at(long seconds) {
        return Date.from(now.plusSeconds(seconds));
    }

    private String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                change.apply(claims()).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String signed(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                change.apply(claims()).build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    /** Whoever mistakes the algorithm checks it with what everybody knows. */
    private String signedWithThePublicKeyAsSecret() throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(RSA.getKeyID()).build(), claims().build());
        token.sign(new MACSigner(RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }

    private String bringingItsOwnKey(RSAKey key) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .jwk(key.toPublicJWK())
                        .build(),
                claims().build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** Another user under the same signature. */
    private static String tampered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"ann\"", "\"bob\"");
        String changed = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return parts[0] + '.' + changed + '.' + parts[2];
    }

    private static Credentials bearer(String token) {
        return new Credentials.BearerToken(token);
    }

    private static RSAKey named(String id) {
        return new RSAKey.Builder(RSA).keyID(id).build();
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
