package io.sqe.gateway.flight.call;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.flight.call.CallAuthentication.Login;
import io.sqe.gateway.flight.session.FlightSessions;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.ClientWatch;
import io.sqe.gateway.trace.TraceContext;
import io.sqe.policy.decision.Principal;
import java.util.Optional;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallInfo;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightMethod;
import org.apache.arrow.flight.FlightServerMiddleware;
import org.apache.arrow.flight.RequestContext;

/** Asks of every call, the handshake among them, who makes it. A login by password gets a token. */
public final class CallAuthenticator implements FlightServerMiddleware.Factory<CallAuthentication> {
    private final Authenticator authenticator;
    private final SessionTokens tokens;
    private final FlightSessions sessions;
    private final ClientWatch watch;

    public CallAuthenticator(
            Authenticator authenticator, SessionTokens tokens, FlightSessions sessions, ClientWatch watch) {
        this.watch = watch;
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public CallAuthentication onCallStarted(CallInfo call, CallHeaders incoming, RequestContext context) {
        PrintableHeaders.check(incoming);
        try {
            boolean isHandshake = call.method() == FlightMethod.HANDSHAKE;
            ClientContext client = client(incoming);
            Login login = client.call(() -> login(incoming, isHandshake));
            Caller caller = new Caller(login.principal(), login.session(sessions), client.inSession(login.key()));
            return new CallAuthentication(
                    sessions, tokens, login, caller, refusal(call.method(), caller), readsCompressed(incoming));
        } catch (AuthenticationException refused) {
            throw statusOf(refused).withDescription(refused.getMessage()).toRuntimeException();
        }
    }

    private Login login(CallHeaders incoming, boolean isHandshake) {
        Credentials credentials = AuthorizationHeader.parse(incoming.get("authorization"));
        Optional<String> cookie = SessionCookie.find(incoming);
        return switch (credentials) {
            case Credentials.BearerToken(String token) -> {
                Principal principal = tokens.open(token).orElseGet(() -> authenticator.authenticate(credentials));
                yield new Login(principal, Optional.of(token), cookie, Optional.empty());
            }
            case Credentials.Password _ -> {
                Principal principal = authenticator.authenticate(credentials);
                Optional<String> issued = isHandshake ? Optional.of(tokens.issue(principal)) : Optional.empty();
                yield new Login(principal, Optional.empty(), cookie, issued);
            }
            case Credentials.NameOnly _, Credentials.None _ ->
                new Login(authenticator.authenticate(credentials), Optional.empty(), cookie, Optional.empty());
        };
    }

    /** Arrow's libraries for C++ and Go can; the one for Java needs more than its JDBC driver has. */
    private static boolean readsCompressed(CallHeaders incoming) {
        String agent = incoming.get("user-agent");
        return agent != null && (agent.contains("grpc-go/") || agent.contains("grpc-c++/"));
    }

    private Runnable refusal(FlightMethod method, Caller caller) {
        return () -> watch.refusals().refused(caller.name(), caller.client(), method.name());
    }

    private ClientContext client(CallHeaders incoming) {
        Optional<TraceContext> trace = TraceContext.parse(
                Optional.ofNullable(incoming.get("traceparent")), Optional.ofNullable(incoming.get("tracestate")));
        Optional<String> address = Optional.of(CallPeer.current())
                .filter(peer -> !peer.isEmpty())
                .map(peer -> watch.proxies().client(peer, Optional.ofNullable(incoming.get("x-forwarded-for"))));
        return new ClientContext("flight-sql", Optional.empty(), address, trace)
                .withSource(Optional.ofNullable(incoming.get("x-sqe-source")));
    }

    private static CallStatus statusOf(AuthenticationException refused) {
        return switch (refused.reason()) {
            case MISSING, INVALID, EXPIRED -> CallStatus.UNAUTHENTICATED;
            case TOO_MANY_ATTEMPTS -> CallStatus.RESOURCE_EXHAUSTED;
        };
    }
}
