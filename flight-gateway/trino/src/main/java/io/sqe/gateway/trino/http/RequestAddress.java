package io.sqe.gateway.trino.http;

import io.helidon.webserver.http.ServerRequest;
import io.sqe.gateway.trino.http.TrinoHttpOptions.ForwardedHeaders;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells where a client sees this server: the links in its answers begin there. */
final class RequestAddress {
    private static final Pattern AUTHORITY = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private final ForwardedHeaders forwarded;

    RequestAddress(ForwardedHeaders forwarded) {
        this.forwarded = forwarded;
    }

    /** The scheme and authority, without a slash at the end. */
    String of(ServerRequest request) {
        if (forwarded == ForwardedHeaders.TRUSTED) {
            Optional<String> host = RequestHeaders.first(request, "X-Forwarded-Host");
            Optional<String> scheme = RequestHeaders.first(request, "X-Forwarded-Proto");
            if (host.isPresent() || scheme.isPresent()) {
                return scheme(request, scheme) + "://" + forwardedAuthority(request, host);
            }
        }
        return scheme(request, Optional.empty()) + "://" + checked(request.authority());
    }

    /** Whether nobody between the client and this server, or the proxy in front of it, can read along. */
    boolean isSecure(ServerRequest request) {
        Optional<String> scheme = forwarded == ForwardedHeaders.TRUSTED
                ? RequestHeaders.first(request, "X-Forwarded-Proto")
                : Optional.empty();
        return scheme(request, scheme).equals("https");
    }

    private static String scheme(ServerRequest request, Optional<String> forwarded) {
        String own = request.isSecure() ? "https" : "http";
        return forwarded
                .map(text -> text.equalsIgnoreCase("https") ? "https" : "http")
                .orElse(own);
    }

    private static String forwardedAuthority(ServerRequest request, Optional<String> host) {
        String authority = checked(host.orElseGet(request::authority));
        Optional<String> port = RequestHeaders.first(request, "X-Forwarded-Port");
        return port.isPresent()
                        && !authority.contains(":")
                        && PORT.matcher(port.get()).matches()
                ? authority + ":" + port.get()
                : authority;
    }

    private static String checked(String authority) {
        if (!AUTHORITY.matcher(authority).matches()) {
            throw new InvalidRequestException(400, "The Host header is not a host and port.");
        }
        return authority;
    }
}
