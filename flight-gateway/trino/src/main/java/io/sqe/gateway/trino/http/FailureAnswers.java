package io.sqe.gateway.trino.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.trino.protocol.InvalidRequestException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to requests that fail before a statement does: a status and one sentence, never a stack. */
final class FailureAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

    private final BrowserLogin browserLogin;
    private final RequestAddress address;

    FailureAnswers(BrowserLogin browserLogin, RequestAddress address) {
        this.browserLogin = browserLogin;
        this.address = address;
    }

    /** Answers failures of our own handlers. */
    void route(HttpRouting.Builder routing) {
        routing.error(
                InvalidRequestException.class,
                (_, response, failure) -> send(response, failure.status(), String.valueOf(failure.getMessage())));
        routing.error(AuthenticationException.class, this::unauthenticated);
        routing.error(
                RequestException.class,
                (_, response, failure) ->
                        send(response, failure.status().code(), failure.status().reasonPhrase()));
        routing.error(UncheckedIOException.class, (_, response, failure) -> {
            LOG.atDebug().setCause(failure).log("client has gone away");
            send(response, 500, "Connection lost");
        });
        routing.error(Throwable.class, (request, response, failure) -> {
            LOG.atError()
                    .addKeyValue("path", request.path().path())
                    .setCause(failure)
                    .log("request failed by a fault of the server");
            send(response, 500, "The server failed on this request. Its log has the cause.");
        });
    }

    /** Answers what never reaches a handler: requests that are no HTTP. */
    static DirectHandlers transport() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, FailureAnswers::transportFailure);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse transportFailure(
            DirectHandler.TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .keepAlive(false)
                .entity(status.reasonPhrase())
                .build();
    }

    private void unauthenticated(ServerRequest request, ServerResponse response, AuthenticationException failure) {
        switch (failure.reason()) {
            case TOO_MANY_ATTEMPTS -> {
                response.header("Retry-After", "60");
                send(response, 429, String.valueOf(failure.getMessage()));
            }
            case MISSING, INVALID, EXPIRED -> {
                List<String> challenges = new ArrayList<>();
                browserLogin
                        .invite(address.of(request))
                        .ifPresent(invitation -> challenges.add("Bearer x_redirect_server=\"%s\", x_token_server=\"%s\""
                                .formatted(invitation.redirectServer(), invitation.tokenServer())));
                challenges.add("Basic realm=\"Trino\"");
                challenges.add("Bearer realm=\"Trino\"");
                response.header("WWW-Authenticate", challenges.toArray(String[]::new));
                send(response, 401, String.valueOf(failure.getMessage()));
            }
        }
    }

    static void send(ServerResponse response, int status, String sentence) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(sentence);
    }
}
