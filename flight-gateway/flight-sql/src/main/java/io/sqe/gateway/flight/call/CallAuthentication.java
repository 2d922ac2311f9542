package io.sqe.gateway.flight.call;

import io.sqe.gateway.flight.session.FlightSession;
import io.sqe.gateway.flight.session.FlightSessions;
import io.sqe.policy.decision.Principal;
import java.util.Optional;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightProducer.CallContext;
import org.apache.arrow.flight.FlightServerMiddleware;
import org.apache.arrow.flight.FlightStatusCode;

/** Knows who makes one call; gives the client what it needs to be known again. */
public final class CallAuthentication implements FlightServerMiddleware {
    public static final Key<CallAuthentication> KEY = Key.of("io.sqe.caller");

    private final FlightSessions sessions;
    private final SessionTokens tokens;
    private final Login login;
    private final Caller caller;
    private final Runnable onRefused;
    private final boolean readsCompressed;
    private boolean isClosing;

    /**
     * @param onRefused told if the call asks for what its caller may not have
     * @param readsCompressed whether the client's library can read compressed batches by itself
     */
    CallAuthentication(
            FlightSessions sessions,
            SessionTokens tokens,
            Login login,
            Caller caller,
            Runnable onRefused,
            boolean readsCompressed) {
        this.readsCompressed = readsCompressed;
        this.onRefused = onRefused;
        this.sessions = sessions;
        this.tokens = tokens;
        this.login = login;
        this.caller = caller;
    }

    /** The one who makes this call. */
    public static CallAuthentication of(CallContext context) {
        CallAuthentication found = context.getMiddleware(KEY);
        if (found == null) {
            throw new IllegalStateException("Every call is authenticated before it gets here");
        }
        return found;
    }

    public Caller caller() {
        return caller;
    }

    /** Whether the client's library can read compressed batches by itself. */
    public boolean readsCompressed() {
        return readsCompressed;
    }

    /** Ends the session: its settings are gone, and so is the token if it is one of ours. */
    public void closeSession() {
        isClosing = true;
        login.key().ifPresent(key -> sessions.forget(key, login.principal()));
        login.token().ifPresent(tokens::revoke);
        caller.session().reset();
    }

    @Override
    public void onBeforeSendingHeaders(CallHeaders outgoing) {
        login.issued().ifPresent(token -> outgoing.insert("authorization", "Bearer " + token));
        if (isClosing) {
            login.cookie().ifPresent(_ -> SessionCookie.clear(outgoing));
            return;
        }
        String key = login.key().orElseGet(SessionKeys::random);
        if (sessions.keep(key, caller.session()) && login.token().isEmpty()) {
            SessionCookie.set(outgoing, key);
        }
    }

    @Override
    public void onCallCompleted(CallStatus status) {
        if (status.code() == FlightStatusCode.UNAUTHORIZED) {
            onRefused.run();
        }
    }

    @Override
    public void onCallErrored(Throwable failure) {}

    /**
     * What the client has shown.
     *
     * @param token of a session, if that is how it has proven who it is
     * @param cookie of a session, if it has sent one
     * @param issued a token that the client gets with the answer
     */
    record Login(Principal principal, Optional<String> token, Optional<String> cookie, Optional<String> issued) {

        /** What the session is kept under. A cookie goes first: one token may be used by many connections. */
        Optional<String> key() {
            return cookie.or(() -> token.map(SessionKeys::ofToken));
        }

        FlightSession session(FlightSessions sessions) {
            return key().flatMap(key -> sessions.find(key, principal)).orElseGet(() -> sessions.begin(principal));
        }
    }
}
