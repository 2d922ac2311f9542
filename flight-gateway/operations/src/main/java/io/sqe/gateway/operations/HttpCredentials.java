package io.sqe.gateway.operations;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.sqe.gateway.identity.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Reads credentials off a request. */
final class HttpCredentials {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private HttpCredentials() {}

    /** What cannot be read proves nothing. */
    static Credentials of(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return new Credentials.BearerToken(header.substring(BEARER.length()).strip());
        }
        return scheme.startsWith(BASIC) ? basic(header.substring(BASIC.length()).strip()) : new Credentials.None();
    }

    private static Credentials basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? new Credentials.Password(pair[0], pair[1]) : new Credentials.None();
        } catch (IllegalArgumentException notBase64) {
            return new Credentials.None();
        }
    }
}
