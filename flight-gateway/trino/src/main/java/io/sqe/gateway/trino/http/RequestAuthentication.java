package io.sqe.gateway.trino.http;

import io.helidon.webserver.http.ServerRequest;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.query.TrustedProxies;
import io.sqe.gateway.trino.http.TrinoHttpOptions.PasswordsOverHttp;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import io.sqe.gateway.trino.statement.Requester;
import io.sqe.policy.decision.Principal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Establishes who sends a request: a password, a bearer token, or a name alone where the authenticator accepts that. */
final class RequestAuthentication {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String USER_HEADER = "X-Trino-User";
    private static final int KEY_BYTES = 32;

    private final Authenticator authenticator;
    private final PasswordsOverHttp passwordsOverHttp;
    private final RequestAddress address;
    private final TrustedProxies proxies;
    private final SecretKeySpec proofKey;

    RequestAuthentication(
            Authenticator authenticator,
            PasswordsOverHttp passwordsOverHttp,
            RequestAddress address,
            TrustedProxies proxies) {
        this.proxies = proxies;
        this.authenticator = authenticator;
        this.passwordsOverHttp = passwordsOverHttp;
        this.address = address;
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        this.proofKey = new SecretKeySpec(key, ALGORITHM);
    }

    /** @throws AuthenticationException if the request proves nothing */
    Requester authenticate(ServerRequest request) {
        Credentials credentials = credentials(request);
        Principal principal = RequestOrigin.of(request, proxies).call(() -> authenticator.authenticate(credentials));
        Optional<String> user = RequestHeaders.first(request, USER_HEADER);
        if (user.isPresent() && !user.get().equals(principal.name())) {
            throw new InvalidRequestException(
                    403, "Access Denied: User %s cannot impersonate user %s".formatted(principal.name(), user.get()));
        }
        return new Requester(principal, proof(request));
    }

    /** Whether whoever sends this request is who has sent an earlier one. Who shows the same credentials is. */
    boolean isFrom(Requester earlier, ServerRequest request) {
        boolean isSameProof = MessageDigest.isEqual(
                proof(request).getBytes(StandardCharsets.US_ASCII),
                earlier.proof().getBytes(StandardCharsets.US_ASCII));
        return isSameProof || authenticate(request).isSamePrincipal(earlier);
    }

    private Credentials credentials(ServerRequest request) {
        Optional<String> authorization = RequestHeaders.first(request, "Authorization");
        if (authorization.isEmpty()) {
            return RequestHeaders.first(request, USER_HEADER)
                    .<Credentials>map(Credentials.NameOnly::new)
                    .orElseGet(Credentials.None::new);
        }
        if (passwordsOverHttp == PasswordsOverHttp.REFUSED && !address.isSecure(request)) {
            throw new InvalidRequestException(
                    403, "Passwords and tokens are refused over plain HTTP. Connect with https.");
        }
        String[] schemeAndValue = authorization.get().split(" +", 2);
        if (schemeAndValue.length < 2) {
            throw new AuthenticationException(AuthenticationException.Reason.INVALID);
        }
        return switch (schemeAndValue[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> password(schemeAndValue[1].strip());
            case "bearer" -> new Credentials.BearerToken(schemeAndValue[1].strip());
            default -> throw new AuthenticationException(AuthenticationException.Reason.INVALID);
        };
    }

    private static Credentials password(String encoded) {
        try {
            String userAndSecret = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = userAndSecret.indexOf(':');
            if (colon < 1) {
                throw new AuthenticationException(AuthenticationException.Reason.INVALID);
            }
            return new Credentials.Password(userAndSecret.substring(0, colon), userAndSecret.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            throw new AuthenticationException(AuthenticationException.Reason.INVALID);
        }
    }

    private String proof(ServerRequest request) {
        String shown = RequestHeaders.first(request, "Authorization").orElse("")
                + '\n'
                + RequestHeaders.first(request, USER_HEADER).orElse("");
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(proofKey);
            return HexFormat.of().formatHex(mac.doFinal(shown.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }
}
