package io.sqe.gateway.identity.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.identity.TokenHeader;
import io.sqe.policy.decision.Principal;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tokens (RFC 7519) that a known issuer has signed for this service. Everything that a token says of how to check it is ignored,
 * but the name of a key among those that the issuer publishes. What is no token of this issuer is left to other providers.
 */
public final class JwtUsers implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(JwtUsers.class);
    private static final int TOKEN_CHARACTERS_MAX = 16 << 10;
    private static final int SIGNED_PIECES = 3;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,256}");

    private final JwtRules rules;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public JwtUsers(JwtRules rules, KeySetSource source, Clock clock) {
        this.rules = rules;
        Set<JWSAlgorithm> algorithms =
                rules.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, new RotatingKeys(source, clock)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(new Claims(rules, clock));
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        return switch (credentials) {
            case Credentials.BearerToken(String token) -> principal(ours(token));
            case Credentials.Password _, Credentials.NameOnly _, Credentials.None _ ->
                throw new AuthenticationException(Reason.MISSING);
        };
    }

    /** A token that says to be from our issuer; nothing of it is proved yet. */
    private SignedJWT ours(String token) {
        if (token.length() > TOKEN_CHARACTERS_MAX) {
            throw new AuthenticationException(Reason.INVALID);
        }
        if (TokenHeader.of(token)
                .filter(header -> header.pieces() == SIGNED_PIECES)
                .isEmpty()) {
            throw new AuthenticationException(Reason.MISSING);
        }
        try {
            JWT parsed = JWTParser.parse(token);
            boolean isOurs = parsed.getJWTClaimsSet() != null
                    && rules.issuer().equals(parsed.getJWTClaimsSet().getIssuer());
            if (isOurs && parsed instanceof SignedJWT signed) {
                return signed;
            }
            throw new AuthenticationException(isOurs ? Reason.INVALID : Reason.MISSING);
        } catch (ParseException noToken) {
            throw new AuthenticationException(Reason.MISSING);
        }
    }

    private Principal principal(SignedJWT token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            String name = Optional.ofNullable(claims.getStringClaim(rules.principalClaim()))
                    .filter(text -> !text.isBlank() && NAME.matcher(text).matches())
                    .orElseThrow(() -> new AuthenticationException(Reason.INVALID));
            return new Principal(name, roles(claims));
        } catch (ExpiredJWTException expired) {
            throw new AuthenticationException(Reason.EXPIRED);
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            LOG.atDebug()
                    .addKeyValue("issuer", rules.issuer())
                    .setCause(refused)
                    .log("token refused");
            throw new AuthenticationException(Reason.INVALID);
        }
    }

    private Set<String> roles(JWTClaimsSet claims) {
        @Nullable Object value = claims.getClaims();
        for (String name : rules.rolesClaim().split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        Set<String> roles = new LinkedHashSet<>();
        if (value instanceof Collection<?> listed) {
            for (Object role : listed) {
                if (role instanceof String text && !text.isBlank()) {
                    roles.add(text);
                }
            }
        }
        return roles;
    }

    /** Checks issuer, audience and times by a clock that tests can set. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        Claims(JwtRules rules, Clock clock) {
            super(
                    new HashSet<>(rules.audiences()),
                    new JWTClaimsSet.Builder().issuer(rules.issuer()).build(),
                    new HashSet<>(Set.of("exp", rules.principalClaim())),
                    new HashSet<>());
            this.clock = clock;
            setMaxClockSkew(Math.toIntExact(rules.clockSkew().toSeconds()));
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
