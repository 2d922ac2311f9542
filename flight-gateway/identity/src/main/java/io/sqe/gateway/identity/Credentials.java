package io.sqe.gateway.identity;

/** What a client shows to prove who it is. Its text is a secret: none of these is ever printed. */
public sealed interface Credentials {

    /** A user and a password, as HTTP Basic and the Flight handshake send them. */
    record Password(String user, String secret) implements Credentials {
        @Override
        public String toString() {
            return "Password[user=" + user + "]";
        }
    }

    /** A token that someone issued: one of our sessions', or an identity provider's. */
    record BearerToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "BearerToken";
        }
    }

    /** A name without proof, as Trino's {@code X-Trino-User} alone. */
    record NameOnly(String user) implements Credentials {}

    /** Nothing at all. */
    record None() implements Credentials {}
}
