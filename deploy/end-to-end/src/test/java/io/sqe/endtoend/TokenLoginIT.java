package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.FlightRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an identity provider, over both protocols of a real server. */
@Timeout(600)
class TokenLoginIT {
    private static final String ISSUER = "https://idp.example.com/realm";
    private static final String WHO = "SELECT current_user";

    @TempDir
    Path folder;

    @Test
    void whoShowsATokenOfTheProviderIsWhomItNamesAndNobodyElseIsLetIn() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        RSAKey strangers = new RSAKeyGenerator(2048).keyID("one").generate();
        try (ServerProgram server = start(key);
                TrinoCalls trino = TrinoCalls.to(server)) {
            String good = token(key, "ann", "sqe");
            assertThat(asTrino(trino, good)).contains("\"data\":[[\"ann\"]]");
            try (FlightCalls flight = FlightCalls.to(server, good)) {
                assertThat(flight.value(WHO)).isEqualTo("ann");
            }
            for (String bad : List.of(token(strangers, "ann", "sqe"), token(key, "ann", "other"), "garbage")) {
                assertThat(asTrino(trino, bad)).isEqualTo("Authentication failed: the credentials are not valid.");
                try (FlightCalls flight = FlightCalls.to(server, bad)) {
                    assertThat(outcome(flight)).startsWith("UNAUTHENTICATED");
                }
            }
            assertThat(asTrino(trino, token(key, "bob", "sqe")))
                    .isEqualTo("Access Denied: User bob cannot impersonate user ann");
            assertThat(server.metrics())
                    .contains("sqe_auth_attempts_total{provider=\"bearer_token\",status=\"invalid\"}");
        }
    }

    private ServerProgram start(RSAKey key) throws IOException, InterruptedException {
        Path keys = Files.writeString(folder.resolve("keys.json"), new JWKSet(key).toString());
        return ServerProgram.start(
                folder,
                "SQE_AUTH__PROVIDERS__0__TYPE=bearer_token",
                "SQE_AUTH__PROVIDERS__0__ISSUER=" + ISSUER,
                "SQE_AUTH__PROVIDERS__0__AUDIENCE=sqe",
                "SQE_AUTH__PROVIDERS__0__JWKS_FILE=" + keys);
    }

    private static String token(RSAKey key, String user, String audience) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(audience)
                        .subject(user)
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String asTrino(TrinoCalls trino, String token) throws IOException, InterruptedException {
        return trino.answer(WHO, Map.of("Authorization", "Bearer " + token));
    }

    private static String outcome(FlightCalls flight) {
        try {
            return flight.value(WHO);
        } catch (FlightRuntimeException refused) {
            return refused.status().code().name();
        }
    }
}
