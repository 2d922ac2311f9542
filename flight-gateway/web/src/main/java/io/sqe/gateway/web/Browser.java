package io.sqe.gateway.web;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/** What browsers say of a request. */
final class Browser {
    private static final HeaderName HX_REQUEST = HeaderNames.create("HX-Request");
    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    private Browser() {}

    /** What a form says; a request without one says nothing. */
    static Parameters form(ServerRequest request) {
        return request.content().hasEntity() ? request.content().as(Parameters.class) : Parameters.empty("form");
    }

    /** Whether a page of ours asks for a part of itself. */
    static boolean isAskedByPage(ServerRequest request) {
        return request.headers().first(HX_REQUEST).isPresent();
    }

    /** Whether a form was sent by a page of this server. Browsers say where from; who says nothing is refused. */
    static boolean isSentFromHere(ServerRequest request) {
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
        return !host.isEmpty() && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    /** Whether a link on another site led here: such a request comes without our cookie, whoever is logged in. */
    static boolean isLedFromElsewhere(ServerRequest request) {
        return request.headers()
                .first(SEC_FETCH_SITE)
                .filter("cross-site"::equals)
                .isPresent();
    }
}
