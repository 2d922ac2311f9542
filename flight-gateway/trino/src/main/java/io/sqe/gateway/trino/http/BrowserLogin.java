package io.sqe.gateway.trino.http;

import io.helidon.webserver.http.HttpRules;
import java.util.Optional;

/**
 * Login through a browser, as Trino's clients know it: a client without credentials is sent to an address for its person and polls
 * another one for the token.
 */
public interface BrowserLogin {

    /** No such login. */
    BrowserLogin NONE = new BrowserLogin() {
        @Override
        public Optional<Invitation> invite(String baseUri) {
            return Optional.empty();
        }

        @Override
        public void route(HttpRules rules) {}
    };

    /** Begins a login for a client that has shown no valid credentials. */
    Optional<Invitation> invite(String baseUri);

    /** Adds the addresses that the login needs. */
    void route(HttpRules rules);

    /**
     * What the client is told in {@code WWW-Authenticate}.
     *
     * @param redirectServer where the person logs in
     * @param tokenServer where the client polls for the token
     */
    record Invitation(String redirectServer, String tokenServer) {}
}
