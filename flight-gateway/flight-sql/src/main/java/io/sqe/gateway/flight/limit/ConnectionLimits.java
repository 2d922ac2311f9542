package io.sqe.gateway.flight.limit;

import java.time.Duration;

/**
 * How many connections there may be, how long one may leave the service waiting, and how often it may change its mind.
 *
 * @param connectionsMax at the same time, those that are still agreeing on TLS included; one more is closed at once
 * @param handshake until TLS and HTTP/2 are agreed on; one that is slower is closed
 * @param quiet without a byte from it, after which it is asked whether it is still there
 * @param answer until it says so; otherwise it is closed
 * @param resetsMax calls that it may begin and break off within a window; one that breaks off more is closed
 * @param resetsWindow how long they are counted together
 */
public record ConnectionLimits(
        int connectionsMax, Duration handshake, Duration quiet, Duration answer, int resetsMax, Duration resetsWindow) {

    public ConnectionLimits {
        Positive.check(
                connectionsMax,
                handshake.toNanos(),
                quiet.toNanos(),
                answer.toNanos(),
                resetsMax,
                resetsWindow.toSeconds());
    }

    /** Guesses: a person cancels now and then, a program that breaks off thirty calls a second does nothing else. */
    public static ConnectionLimits standard() {
        return new ConnectionLimits(
                4_096,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(20),
                1_000,
                Duration.ofSeconds(30));
    }

    public ConnectionLimits withConnectionsMax(int count) {
        return new ConnectionLimits(count, handshake, quiet, answer, resetsMax, resetsWindow);
    }

    public ConnectionLimits withHandshake(Duration longest) {
        return new ConnectionLimits(connectionsMax, longest, quiet, answer, resetsMax, resetsWindow);
    }

    public ConnectionLimits withResetsMax(int count) {
        return new ConnectionLimits(connectionsMax, handshake, quiet, answer, count, resetsWindow);
    }
}
