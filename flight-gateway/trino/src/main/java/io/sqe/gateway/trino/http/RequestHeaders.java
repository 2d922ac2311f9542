package io.sqe.gateway.trino.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/** Reads headers by their names. */
final class RequestHeaders {

    private RequestHeaders() {}

    static List<String> all(ServerRequest request, String name) {
        return request.headers().values(HeaderNames.create(name));
    }

    static Optional<String> first(ServerRequest request, String name) {
        return request.headers()
                .first(HeaderNames.create(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
