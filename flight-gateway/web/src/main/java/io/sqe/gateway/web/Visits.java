package io.sqe.gateway.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.SetCookie.SameSite;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.gateway.session.SessionClaims;
import io.sqe.gateway.session.Sessions;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is logged in by this browser: a session like any other's, its sealed token in a cookie that no script reads and that goes to no
 * other site.
 */
final class Visits {
    private final Authenticator authenticator;
    private final Sessions sessions;
    private final WebOptions options;
    private final VisitObserver observer;

    Visits(Authenticator authenticator, Sessions sessions, WebOptions options, VisitObserver observer) {
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.options = options;
        this.observer = observer;
    }

    /**
     * Whose browser asks; empty if nobody is logged in.
     *
     * @throws AuthenticationException if somebody was, and is no more
     */
    Optional<Visitor> find(ServerRequest request) {
        return request.headers()
                .cookies()
                .first(cookieName(request))
                .asOptional()
                .flatMap(token -> claims(request, token).map(claims -> new Visitor(token, claims)));
    }

    /** Pages that ask again by themselves do not keep a session alive. */
    private Optional<SessionClaims> claims(ServerRequest request, String token) {
        return Browser.isAskedByPage(request) ? sessions.look(token) : sessions.resume(token);
    }

    /** Logs somebody in who needs no proof, where nobody does. */
    Optional<Visitor> letIn(ServerRequest request, ServerResponse response) {
        try {
            Principal anybody = authenticator.authenticate(new Credentials.None());
            return Optional.of(begin(anybody, request, response));
        } catch (AuthenticationException refused) {
            observer.sentAway();
            return Optional.empty();
        }
    }

    /** @throws AuthenticationException if the password is not the user's, or there were too many that were not */
    void logIn(String user, String password, ServerRequest request, ServerResponse response) {
        begin(authenticator.authenticate(new Credentials.Password(user, password)), request, response);
    }

    private Visitor begin(Principal principal, ServerRequest request, ServerResponse response) {
        Sessions.NewSession session = sessions.begin(principal);
        observer.loggedIn(principal);
        response.headers().addCookie(cookie(request, session.token()).build());
        return new Visitor(session.token(), session.claims());
    }

    void logOut(Visitor visitor, ServerRequest request, ServerResponse response) {
        sessions.end(visitor.token());
        response.headers().addCookie(cookie(request, "").maxAge(Duration.ZERO).build());
    }

    private SetCookie.Builder cookie(ServerRequest request, String value) {
        return SetCookie.builder(cookieName(request), value)
                .path("/")
                .httpOnly(true)
                .secure(isProtected(request))
                .sameSite(SameSite.STRICT);
    }

    /** Cookies know no ports: several servers on one machine must not log each other's visitors out. */
    private String cookieName(ServerRequest request) {
        return (isProtected(request) ? "__Host-sqe-" : "sqe-") + options.port();
    }

    /** Whether the browser speaks TLS, to us or to what is in front of us. One that says so wrongly locks itself out alone. */
    private static boolean isProtected(ServerRequest request) {
        return request.isSecure()
                || request.headers()
                        .first(HeaderNames.X_FORWARDED_PROTO)
                        .filter("https"::equalsIgnoreCase)
                        .isPresent();
    }
}
