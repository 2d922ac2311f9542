package io.sqe.gateway.trino.http;

import io.helidon.webserver.http.ServerRequest;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.TrustedProxies;
import io.sqe.gateway.trace.TraceContext;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Tells where a request comes from. */
final class RequestOrigin {
    private RequestOrigin() {}

    static ClientContext of(ServerRequest request, TrustedProxies proxies) {
        Optional<TraceContext> trace = TraceContext.parse(
                RequestHeaders.first(request, "traceparent"), RequestHeaders.first(request, "tracestate"));
        String address = proxies.client(peer(request), RequestHeaders.first(request, "X-Forwarded-For"));
        return new ClientContext("trino", Optional.empty(), Optional.of(address), trace);
    }

    private static String peer(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : request.remotePeer().host();
    }
}
