package io.sqe.gateway.observation.audit;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.observation.audit.AuditEntry.Kind;
import io.sqe.gateway.query.AccessObserver;
import io.sqe.gateway.query.ClientContext;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes down who is let in and who is not: logins, sessions, and what is refused to those who are in. */
public final class AuditedAccess implements AccessObserver {
    /** A client that shows its password with every request is told of once in this time. */
    private static final Duration SAME_LOGIN_FOR = Duration.ofMinutes(5);

    private static final int LOGINS_REMEMBERED_MAX = 10_000;

    private final AuditLog log;
    private final Map<String, Instant> recent = new LinkedHashMap<>();

    public AuditedAccess(AuditLog log) {
        this.log = log;
    }

    /** The same authenticator; what it answers is written down. */
    public Authenticator watching(Authenticator authenticator) {
        return credentials -> {
            try {
                Principal principal = authenticator.authenticate(credentials);
                if (isNews(principal)) {
                    log.append(entry(Kind.AUTH, Optional.of(principal.name()), "success"));
                }
                return principal;
            } catch (AuthenticationException refused) {
                refused(nameIn(credentials), refused);
                throw refused;
            }
        };
    }

    /**
     * Somebody was not let in. Who showed no credentials has not claimed to be anybody: many clients ask so at first.
     *
     * @param name as which somebody wanted to be let in
     */
    public void refused(Optional<String> name, AuthenticationException refused) {
        if (refused.reason() != Reason.MISSING) {
            log.append(entry(Kind.AUTH, name, "error")
                    .with("reason", refused.reason().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** A session has begun or ended. */
    public void session(String user, String sessionId, String what) {
        log.append(entry(Kind.SESSION, Optional.of(user), "success")
                .with("action", what)
                .with("session_id", sessionId));
    }

    @Override
    public void refused(String user, ClientContext client, String what) {
        log.append(origin(new AuditEntry(log.clock().instant(), Kind.ACCESS).with("username", user), client)
                .with("action", what)
                .with("status", "error")
                .with("error_code", "ACCESS_DENIED"));
    }

    /** Somebody with the right to do so has stopped another's query. */
    public void cancelled(String by, String owner, String queryId) {
        log.append(entry(Kind.ADMIN, Optional.of(by), "success")
                .with("action", "cancel_query")
                .with("query_id", queryId)
                .with("query_owner", owner));
    }

    private AuditEntry entry(Kind kind, Optional<String> user, String status) {
        AuditEntry entry = new AuditEntry(log.clock().instant(), kind).with("username", user);
        return ClientContext.current()
                .map(client -> origin(entry, client))
                .orElse(entry)
                .with("status", status);
    }

    private static AuditEntry origin(AuditEntry entry, ClientContext client) {
        return entry.with("client_ip", client.address())
                .with("protocol", client.protocol())
                .with("session_id", client.sessionId())
                .with("trace_id", client.trace().map(trace -> trace.traceId()));
    }

    private synchronized boolean isNews(Principal principal) {
        Instant now = log.clock().instant();
        String login = principal.name()
                + '@'
                + ClientContext.current().flatMap(ClientContext::address).orElse("");
        Instant last = recent.remove(login);
        boolean isNews = last == null || last.plus(SAME_LOGIN_FOR).isBefore(now);
        recent.put(login, last == null || isNews ? now : last);
        if (recent.size() > LOGINS_REMEMBERED_MAX) {
            recent.remove(recent.keySet().iterator().next());
        }
        return isNews;
    }

    private static Optional<String> nameIn(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password(String user, String _) -> Optional.of(user);
            case Credentials.NameOnly(String user) -> Optional.of(user);
            case Credentials.BearerToken _, Credentials.None _ -> Optional.empty();
        };
    }
}
