package io.sqe.gateway.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.TokenHeader;
import io.sqe.policy.decision.Principal;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/** Seals claims into tokens and opens them: JWE, direct encryption, AES-256 in GCM. Knows nothing of time or revocation. */
final class SessionTokens {
    private static final JOSEObjectType TYPE = new JOSEObjectType("sqe-session");
    private static final String ROLES = "roles";
    private static final int TOKEN_CHARACTERS_MAX = 16 << 10;

    private final ClusterKeys keys;

    SessionTokens(ClusterKeys keys) {
        this.keys = keys;
    }

    String seal(SessionClaims claims) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(TYPE)
                .keyID(keys.sealingId())
                .build();
        EncryptedJWT token = new EncryptedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .jwtID(claims.id())
                        .subject(claims.principal().name())
                        .claim(
                                ROLES,
                                claims.principal().roles().stream().sorted().toList())
                        .issueTime(Date.from(claims.issuedAt()))
                        .expirationTime(Date.from(claims.expiresAt()))
                        .build());
        try {
            token.encrypt(new DirectEncrypter(keys.sealing()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A 256-bit key encrypts", impossible);
        }
        return token.serialize();
    }

    /** The claims of a token sealed by this cluster; empty if it is another's, so that others may be asked about it. */
    Optional<SessionClaims> open(String token) {
        if (token.length() > TOKEN_CHARACTERS_MAX) {
            throw new AuthenticationException(Reason.INVALID);
        }
        return TokenHeader.of(token)
                .filter(header -> header.says("typ", TYPE.getType()))
                .map(header -> unsealed(token, key(header)));
    }

    /** Only what {@link #seal} writes is read any further. */
    private SecretKey key(TokenHeader header) {
        return Optional.of(header)
                .filter(known -> known.hasOnly("typ", "alg", "enc", "kid")
                        && known.says("alg", JWEAlgorithm.DIR.getName())
                        && known.says("enc", EncryptionMethod.A256GCM.getName()))
                .flatMap(known -> known.text("kid"))
                .flatMap(keys::find)
                .orElseThrow(() -> new AuthenticationException(Reason.EXPIRED));
    }

    private static SessionClaims unsealed(String token, SecretKey key) {
        try {
            return claims(EncryptedJWT.parse(token), key);
        } catch (ParseException | JOSEException forged) {
            throw new AuthenticationException(Reason.INVALID);
        }
    }

    private static SessionClaims claims(EncryptedJWT sealed, SecretKey key) throws JOSEException, ParseException {
        sealed.decrypt(new DirectDecrypter(key));
        JWTClaimsSet claims = sealed.getJWTClaimsSet();
        List<String> roles = claims.getStringListClaim(ROLES);
        return new SessionClaims(
                claims.getJWTID(),
                new Principal(claims.getSubject(), Set.copyOf(roles == null ? List.of() : roles)),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }
}
